"""The site map: every address of the newsroom, by prefix. Each group includes the list of the app that owns it."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path

import claims.urls
import reviewers.urls
from newsroom.health import health
from newsroom.views import icon
from summaries.told import acts as told

# The admin's own form would go round allauth's limits on failed sign-ins.
admin.autodiscover()
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

handler500 = "newsroom.busy.failed"

urlpatterns = [
    # /healthz
    path("healthz", health, name="health"),
    # /favicon.ico – asked for by browsers beside answers that are no page
    path("favicon.ico", icon, name="icon"),
    # /account/ – sign-in, sign-out, passwords
    path("account/", include("newsroom.account_urls")),
    # /admin/ – people, roles, sources, measures, figures
    path("admin/", admin.site.urls),
    # /api/v1/ – published things, for programs
    path("api/v1/", include("newsroom.api.urls")),
    # /desk/ – the newsroom at work, for those signed in; what readers may hear of is told by the acts of `summaries`
    path("desk/", include("newsroom.desk_urls")),
    path("desk/", include(claims.urls.pages(told))),
    path("desk/", include(reviewers.urls.pages(told))),
    # / – published things, for everybody (and, under /desk/, the writing of them)
    path("", include("summaries.urls")),
]
