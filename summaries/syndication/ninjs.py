"""A summary as IPTC ninjs 3.2 (https://iptc.org/std/ninjs/). Our names are mapped here and nowhere else.

Every state is an item under the same `uri`: published and corrected ones are `usable`, one kept back for somebody's
safety is `withheld`, a retracted one is `canceled`; these two carry no words. Labels in the body are live; what
moved since publication is in `edNote`.
"""

from typing import Any

MEDIA_TYPE = "application/ninjs+json"
PROFILE = "countersign/summary"
STANDARD = {
    "name": "ninjs",
    "version": "3.2",
    "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_3.2.json",
}


PUB_STATUS = {"published": "usable", "withdrawn": "withheld", "retracted": "canceled"}


def item(content: dict[str, Any], texts: dict[str, dict[str, str]] | None) -> dict[str, Any]:
    """Return the ninjs item of a summary's public JSON. `texts` are its words with live labels; None: none to read."""
    live = content["live"]
    made: dict[str, Any] = {
        "uri": f"urn:countersign:summary:{content['uid']}",
        "type": "text",
        "standard": STANDARD,
        "representationType": "full",
        "profile": PROFILE,
        "version": str(content["version"]),
        "versionCreated": content["published_at"],
        "pubStatus": PUB_STATUS[live["state"]],
        "language": content["language"],
        "slugline": content["slug"],
    }
    if content.get("first_published_at"):
        made["firstCreated"] = content["first_published_at"]
    note = ed_note(content)
    if note:
        made["edNote"] = note
    return {**made, **_words(content, texts)} if texts is not None else made


def _words(content: dict[str, Any], texts: dict[str, dict[str, str]]) -> dict[str, Any]:
    headline, standfirst, body = texts["headline"], texts["standfirst"], texts["body"]
    made: dict[str, Any] = {
        "title": headline["text"],
        "headlines": [{"role": "main", "contentType": "text/plain", "value": headline["text"]}],
        "bodies": [
            {"role": "main", "contentType": "text/html", "charCount": len(body["html"]), "value": body["html"]},
            {"role": "plain", "contentType": "text/plain", "charCount": len(body["text"]),
             "wordCount": len(body["text"].split()), "value": body["text"]},
        ],
        "subjects": [{"name": content["topic"]["name"], "rel": "about", "literal": content["topic"]["slug"]}],
    }  # fmt: skip
    if standfirst["text"]:
        made["descriptions"] = [{"role": "summary", "contentType": "text/plain", "value": standfirst["text"]}]
    sources = dict.fromkeys(figure["originator"] for figure in content["figures"] if figure["originator"])
    if sources:
        made["infoSources"] = [{"name": name, "role": "originator"} for name in sources]
    return made


def ed_note(content: dict[str, Any]) -> str:
    """Say in sentences what a desk that printed this item has to know now."""
    live = content["live"]
    if live["notice"]:
        opens = "Retracted. " if live["state"] == "retracted" else ""
        return f"{opens}{live['notice']['note']}".strip()
    printed = {figure["uid"]: figure for figure in content["figures"]}
    said = [
        f"{printed[figure['uid']]['number']} ({figure['label']})"
        + ("." if figure["fell"] else f"; printed as {figure['status_then']}.")
        for figure in live["figures"]
        if figure["status"] != figure["status_then"]
    ]
    said += [
        f"Correction: {fix['old']} is now {fix['new'] or 'withdrawn'}. {fix['note']}"
        if fix["old"]
        else fix["note"]
        for fix in live["corrections"]
    ]
    return " ".join(sentence.strip() for sentence in said)
