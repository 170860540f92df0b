"""English word lists that tell where a noun phrase ends. Add a word where its kind is named."""

from __future__ import annotations

# Function words: no noun phrase runs across one of them.
STOP = frozenset(
    (
        "a an the this that these those which who whom whose what when where why how while whereas because since until till if"
        " unless though although as than and or but nor so yet of in on at by from with without within into onto upon to toward"
        " towards for per during after before between among amongst across along around about above below under over through"
        " throughout against despite except including excluding via amid out off up down inside outside near behind beyond"
        " beside besides beneath plus minus versus vs not no never ever also already still just only even too again then now"
        " today yesterday tomorrow tonight here there once twice i you he she it we they me him her us them my your his its our"
        " their mine yours hers ours theirs himself herself itself themselves myself yourself is are was were be been being am"
        " has have had having do does did done doing will would shall should can could may might must ought need dare used"
        " isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot couldn't shouldn't"
        " each every all both either neither any some such same very much many more most less least few fewer rather quite"
        " almost nearly ago later earlier away apart together alone altogether overall nationwide worldwide overnight abroad"
        " overseas home however therefore meanwhile moreover i.e e.g etc ie eg according due owing thanks compared instead"
        " because respectively apiece currently recently previously simultaneously allegedly reportedly immediately otherwise"
        " so far yet else daily weekly monthly annually yearly hourly online offline anymore afterwards afterward beforehand whether"
        " following regarding concerning given last next ones one's whereby alongside upwards elsewhere somewhere so-called"
        " remotely indoors outdoors upstream downstream ashore aboard alive underground forward backward onward well indeed"
        " there's it's he's she's that's who's i'm we're they're you're we've they've i've you've we'd they'd i'd he'd she'd"
    ).split()
)

# Finite verbs of the news: what a counted noun does, or what is done. (-ed forms are known by their ending.)
VERBS = frozenset(
    (
        "said says say told tell tells went go goes gone came come comes got get gets gave give gives given made make makes"
        " took take takes taken found find finds left leave leaves led lead leads lost lose loses won win wins died die dies"
        " fled flee flees fell fall falls fallen rose rise rises risen grew grow grows grown ran run runs held hold holds kept"
        " keep keeps met meet meets paid pay pays sold sell sells sent send sends spent spend spends stood stand stands"
        " struck strike hit hits hurt began begin begins begun became become becomes broke breaks broken brought bring"
        " brings built builds bought buys caught catches chose choose chosen cut cuts drew draw draws drawn drove drive drives"
        " drank ate eat eaten fought fight fights flew fly flies flown forgot froze hid hidden knew know knows known laid lay lays"
        " lent let lets lit meant put puts read reads rode ride rang sang sank sink sinks sunk saw see sees seen set sets"
        " shook shot shoots shut slept spoke speak speaks spread stole stolen stuck swam swept took thought think thinks threw"
        " throw thrown understood wore wear worn wrote write writes written woke worked remain remains remained show shows"
        " showed shown include includes included live lives want wants seek seeks sought face faces suffer suffers need needs"
        " return returns returned reach reaches reached receive receives follow follows turn turns turned appear appears"
        " seem seems seemed attend attends await awaits belong belongs contain contains continue continues cost costs cover"
        " covers depend depends earn earns enter enters escape escapes exceed exceeds exist exists expect expects feel feels"
        " felt gather gathers happen happens help helps join joins lack lacks lie lies move moves occur occurs own owns"
        " participate participates pass passes protest refuse refuses rely relies serve serves share shares sit sits sat speak"
        " start starts started stay stays stop stops travel travels try tries vote walk walks wait waits work works"
        " accounted amounted totalled totaled consist consists account accounts add adds agree agrees ask asks attack attacks"
        " survive survives drown drowns drink drinks smoke smokes march marches perish perishes opens closes vanish lies arrive arrives went underwent undergo overcame oversaw"
        " withdrew arose woke voted marched kill kills injure injures wound wounds arrest arrests detain detains evacuate"
        " bound evacuates displace displaces strikes leads seize seizes cast"
        " needed wanted received attended joined refused asked tried remained escaped returned survived managed required suffered"
        " sustained appeared signed agreed pleaded admitted denied tested applied crossed entered arrived belonged contracted"
        " developed faced lacked opposed supported backed rejected approved abstained failed completed decided walked lived"
        " stayed visited gathered protested called complained collapsed responded vanished surrendered defected answered voted"
        " qualified succeeded enrolled resigned boycotted"
    ).split()
)

# Plurals and collectives that do not end in -s, and so look like anything else.
NOUNS = frozenset(
    (
        "people persons men women children policemen policewomen firemen servicemen servicewomen fishermen gunmen militiamen"
        " workmen businessmen businesswomen salesmen spokesmen countrymen lawmen clergymen congressmen cameramen craftsmen"
        " airmen seamen guardsmen townspeople tradespeople salespeople schoolchildren grandchildren staff personnel crew cattle"
        " sheep livestock poultry police troops aircraft spacecraft watercraft hovercraft helicopters fish deer swine cod"
        " salmon shrimp offspring youth youths clergy folk feet teeth mice geese oxen dead wounded injured missing homeless"
        " poor elderly disabled unemployed bereaved infected hospitalised hospitalized criteria phenomena bacteria media data"
        " species series means premises headquarters barracks crossroads gallows works lives wives knives loaves halves"
        " shelves thieves wolves leaves calves alumni fungi nuclei stimuli bases crises analyses diagnoses theses oases axes"
        " indices appendices matrices vertices minorities buses gases classes businesses buses viruses campuses bonuses"
        " censuses statuses gas bus lens campus virus bonus rupees infantry cavalry gentry yuan yen baht"
        " eyewitness baby person man woman child house vehicle car man-made victim death casualty soldier officer"
        " civilian patient case ship boat building home school village town city country state region district province"
        " member worker student teacher doctor nurse journalist protester demonstrator voter seat vote share point ballot"
        " job company firm party candidate killed"
    ).split()
)

# Qualifiers whose ending would pass for a noun's plural or for a verb.
ADJECTIVES = frozenset(
    (
        "various previous serious famous religious dangerous numerous anonymous indigenous continuous contiguous obvious"
        " suspicious infectious precious spacious ambitious cautious conscious notorious mysterious victorious vicious"
        " nervous generous enormous hazardous homeless harmless jobless stateless landless armed unarmed masked suspected"
        " alleged registered unregistered displaced injured wounded killed detained arrested missing wanted uniformed trained"
        " untrained skilled unskilled disabled retired related confirmed reported unconfirmed undocumented unaccompanied"
        " married unmarried aged elected appointed selected documented recorded required estimated abandoned damaged"
        " destroyed ruined burned burnt charred flooded affected infected vaccinated unvaccinated educated experienced"
        " licensed unlicensed accredited invited banned closed occupied besieged bombed shelled planned proposed"
        " expected established united insured uninsured mixed used unused stolen hijacked kidnapped abducted imprisoned"
        " jailed convicted accused exiled evacuated rescued trapped stranded starving drowning sleeping working dying living"
        " standing sitting surviving remaining serving leading qualifying existing fighting striking protesting waiting"
        " visiting training missing outstanding developing pending passing participating operating nursing"
        " private public paid unpaid ordained sworn fallen frozen broken forgotten written hidden sunken"
        " business sports sales news arms goods customs savings economics politics ethics mathematics physics parents'"
        " us usa swiss british english french foreign gross less lawless"
    ).split()
)

SAID = frozenset(
    (
        "said says say saying told tells tell telling reported reports report reporting announced announces announce announcing"
        " stated states stating claimed claims claim claiming estimated estimates estimate estimating confirmed confirms"
        " confirm confirming added adds adding wrote writes write writing noted notes noting explained explains explain"
        " declared declares insisted insists insist warned warns warn warning alleged alleges allege argued argues argue"
        " acknowledged acknowledges admitted admits recalled recalls denied denies revealed reveals disclosed testified"
        " testifies asserted asserts maintained maintains predicted predicts predict calculated calculates counted tallied"
        " documented verified recorded registered published publishes complained complains concluded concludes quoted quotes"
        " replied observed emphasised emphasized stressed stresses believe believes believed suggests suggest suggested showed"
        " shows show indicates indicated found finds cited cites expects expect expected projected projects forecasts puts put"
        " accused accuses accuse blamed blames blame wants want demanded demands demand spoke speaks speak talked talks sees tweeted"
        " described describes informed informs briefed posted pointed asked asks note promised forecast"
        " counters countered contends contended reckons reckoned reiterated reiterates recounts recounted conceded concedes"
        " remarked cautioned cautions guessed stresses underlined reckon contend concede complain deny think thinks fear fears"
        " joked jokes quipped sighed sighs laughed laughs muttered whispered exclaimed retorted replies"
        " clarified clarifies confessed confesses grumbled grumbles moaned boasted"
        " boasts confided assured assures vowed vows pledges hinted hints implied implies responded responds"
        " answered answers swore swears affirmed affirms attested attests advised advises repeated repeats"
    ).split()
)
