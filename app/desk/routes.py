"""Every route of the desk, with the least role that it needs: the one table of who gets in where. Of what lies in one
municipality or body the handler asks again, for that place."""

from __future__ import annotations

from functools import cache

from fastapi import APIRouter

from app.desk import (
    accounts,
    administration,
    balance,
    bodies,
    comparing,
    done,
    elsewhere,
    facts,
    incoming,
    items,
    masking,
    meetings,
    municipalities,
    overview,
    past,
    people,
    proposals,
    purging,
    releasing,
    reports,
    review,
    signing_in,
)
from app.desk.routing import DeskRoute, endpoint
from app.security.roles import Role

_FILE = "/desk/import/{id}"
ROUTES = (
    DeskRoute("GET", "/desk/logga-in", signing_in.sign_in_page, None),
    DeskRoute("POST", "/desk/logga-in", signing_in.sign_in, None),
    DeskRoute("GET", "/desk/logga-in/{token}", signing_in.link_page, None),
    DeskRoute("POST", "/desk/logga-in/{token}", signing_in.use_link, None),
    DeskRoute("GET", "/desk/oidc", elsewhere.leave, None),
    DeskRoute("GET", "/desk/oidc/svar", elsewhere.come_back, None),
    DeskRoute("POST", "/desk/konto/oidc", elsewhere.leave_to_tie, Role.READER),
    DeskRoute("POST", "/desk/logga-ut", signing_in.sign_out, Role.READER),
    DeskRoute("GET", "/desk/konto", signing_in.account_page, Role.READER),
    DeskRoute("POST", "/desk/konto", signing_in.change_account, Role.READER),
    DeskRoute("POST", "/desk/konto/losenord", signing_in.change_password, Role.READER),
    DeskRoute("GET", "/desk", incoming.queue_page, Role.READER),
    DeskRoute("POST", "/desk/import", incoming.hand_in, Role.REGISTRAR, files=True),
    DeskRoute("GET", _FILE, review.review_page, Role.READER),
    DeskRoute("POST", f"{_FILE}/lagg-undan", incoming.lay_upload_aside, Role.REGISTRAR),
    DeskRoute("POST", f"{_FILE}/ta-fram", incoming.take_upload_back, Role.REGISTRAR),
    DeskRoute("GET", f"{_FILE}/sida/{{page}}.webp", review.page_picture, Role.READER),
    DeskRoute("POST", f"{_FILE}/godkann", review.approve_documents, Role.REVIEWER),
    DeskRoute("POST", f"{_FILE}/tvivel", review.settle_doubt, Role.REVIEWER),
    DeskRoute("GET", f"{_FILE}/ny", facts.new_page, Role.REVIEWER),
    DeskRoute("POST", f"{_FILE}/ny", facts.add_fact, Role.REVIEWER),
    DeskRoute("GET", f"{_FILE}/uppgift/{{fact}}", facts.fact_page, Role.READER),
    DeskRoute("POST", f"{_FILE}/uppgift/{{fact}}", facts.correct_fact, Role.REVIEWER),
    DeskRoute("POST", f"{_FILE}/uppgift/{{fact}}/ta-bort", facts.remove_fact, Role.REVIEWER),
    DeskRoute("GET", f"{_FILE}/slapp/{{document}}", releasing.release_page, Role.REGISTRAR),
    DeskRoute("POST", f"{_FILE}/slapp/{{document}}", releasing.release_document, Role.REGISTRAR),
    DeskRoute("POST", f"{_FILE}/dra-tillbaka/{{document}}", releasing.withdraw_document, Role.REGISTRAR),
    DeskRoute("GET", f"{_FILE}/maskera", masking.mask_page, Role.REGISTRAR),
    DeskRoute("POST", f"{_FILE}/maskera", masking.mask_words, Role.REGISTRAR),
    DeskRoute("GET", f"{_FILE}/utplana", purging.purge_page, Role.REGISTRAR),
    DeskRoute("POST", f"{_FILE}/utplana", purging.purge_now, Role.REGISTRAR),
    DeskRoute("GET", f"{_FILE}/jamfor", comparing.compare_page, Role.READER),
    DeskRoute("POST", f"{_FILE}/jamfor", comparing.corrected_minutes, Role.REGISTRAR),
    DeskRoute("GET", f"{_FILE}/historik", past.history_page, Role.READER),
    DeskRoute("POST", f"{_FILE}/angra/{{number}}", past.undo_act, Role.REVIEWER),
    DeskRoute("GET", "/desk/register", overview.overview_page, Role.READER),
    DeskRoute("GET", "/desk/forslag", proposals.proposals_page, Role.REGISTRAR),
    DeskRoute("POST", "/desk/forslag", proposals.settle_proposal, Role.REGISTRAR),
    DeskRoute("GET", "/desk/personer", people.people_page, Role.READER),
    DeskRoute("POST", "/desk/personer/{person}/sammanfor", people.merge_people, Role.REGISTRAR),
    DeskRoute("POST", "/desk/personer/{person}/dela", people.split_person, Role.REGISTRAR),
    DeskRoute("GET", "/desk/organ", bodies.bodies_page, Role.READER),
    DeskRoute("GET", "/desk/organ/{body}", bodies.body_page, Role.READER),
    DeskRoute("POST", "/desk/organ/{body}/namn", bodies.rename_body, Role.REGISTRAR),
    DeskRoute("POST", "/desk/organ/{body}/delning", bodies.divide_body, Role.REGISTRAR),
    DeskRoute("POST", "/desk/organ/{body}/forval", bodies.set_body_default, Role.REGISTRAR),
    DeskRoute("GET", "/desk/sammantraden", meetings.meetings_page, Role.READER),
    DeskRoute("GET", "/desk/sammantraden/{meeting}", meetings.meeting_page, Role.READER),
    DeskRoute("POST", "/desk/sammantraden/{meeting}/dagar", meetings.set_days, Role.REVIEWER),
    DeskRoute("GET", "/desk/paragrafer/{item}", items.item_page, Role.READER),
    DeskRoute("POST", "/desk/paragrafer/{item}/text", items.choose_text, Role.REGISTRAR),
    DeskRoute("POST", "/desk/paragrafer/{item}/expediering", items.dispatch_item, Role.REGISTRAR),
    DeskRoute("GET", "/desk/expediering", items.dispatches_page, Role.READER),
    DeskRoute("GET", "/desk/arendebalans", balance.balance_page, Role.READER),
    DeskRoute("GET", "/desk/arendebalans.csv", balance.balance_csv, Role.READER),
    DeskRoute("GET", "/desk/redovisning", balance.motions_page, Role.READER),
    DeskRoute("GET", "/desk/redovisning/dokument.pdf", balance.motions_document, Role.READER),
    DeskRoute("GET", "/desk/redovisning/utskrift", balance.motions_print, Role.READER),
    DeskRoute("GET", "/desk/redovisning/motioner.csv", balance.motions_csv, Role.READER),
    DeskRoute("GET", "/desk/gjort", done.done_page, Role.READER),
    DeskRoute("POST", "/desk/gjort/{number}/angra", done.undo_done, Role.REVIEWER),
    DeskRoute("GET", "/desk/felanmalningar", reports.reports_page, Role.REGISTRAR),
    DeskRoute("POST", "/desk/felanmalningar/{number}", reports.answer, Role.REGISTRAR),
    DeskRoute("GET", "/desk/administration", accounts.accounts_page, Role.ADMIN),
    DeskRoute("POST", "/desk/administration", accounts.new_account, Role.ADMIN),
    DeskRoute("POST", "/desk/administration/{login}", accounts.change_account, Role.ADMIN),
    DeskRoute("GET", "/desk/nycklar", administration.keys_page, Role.ADMIN),
    DeskRoute("POST", "/desk/nycklar", administration.new_key, Role.ADMIN),
    DeskRoute("POST", "/desk/nycklar/{key}", administration.end_key, Role.ADMIN),
    DeskRoute("GET", "/desk/kommuner", municipalities.municipalities_page, Role.ADMIN),
    DeskRoute("POST", "/desk/kommuner", municipalities.new_municipality, Role.ADMIN),
    DeskRoute("GET", "/desk/kommuner/{municipality}", municipalities.municipality_page, Role.ADMIN),
    DeskRoute("POST", "/desk/kommuner/{municipality}", municipalities.tell_municipality, Role.ADMIN),
    DeskRoute("POST", "/desk/kommuner/{municipality}/stang", municipalities.close_it, Role.ADMIN),
    DeskRoute("GET", "/desk/lage", administration.state_page, Role.ADMIN),
    DeskRoute("POST", "/desk/lage/{job}", administration.try_job_again, Role.ADMIN),
)


@cache
def desk_router() -> APIRouter:
    router = APIRouter(include_in_schema=False)
    for route in ROUTES:
        router.add_api_route(route.path, endpoint(route), methods=[route.method], response_model=None)
    return router
