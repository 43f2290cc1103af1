"""One project's whole life through the client that openapi-python-client generates from /openapi.json.

    PYTHONPATH=FOLDER_OF_THE_CLIENT life.py http://127.0.0.1:8080

Every call goes through generated functions and models, and every answer comes back as a generated model: what the
description says wrongly fails here. The demo town's people each do their own step.
"""

import datetime
import importlib
import re
import sys
import uuid

from client import AuthenticatedClient, Client
from client.api.funds import get_funds
from client.api.projects import get_projects, get_projects_id, get_projects_id_events, post_projects
from client.api.sessions import post_sessions
from client.api.spot_checks import get_spot_checks, post_spot_checks
from client.models import Problem, Project
from client.models.post_projects_body import PostProjectsBody
from client.models.post_sessions_body import PostSessionsBody
from client.models.post_spot_checks_body import PostSpotChecksBody

BASE = sys.argv[1]
SHANGHAI = datetime.timezone(datetime.timedelta(hours=8))
TODAY = datetime.datetime.now(SHANGHAI).date()
calls = 0


def signed_in(login):
    global calls
    calls += 1
    answer = post_sessions.sync(
        client=Client(base_url=BASE), body=PostSessionsBody(login=login, password="liban-demo"))
    return AuthenticatedClient(base_url=BASE, token=answer.token), answer.person.id


def day(ago):
    return (TODAY - datetime.timedelta(days=ago)).isoformat()


def late(ago, **particulars):
    """Particulars of a step entered late, with its day and reason."""
    if ago > 1:
        particulars["lateReason"] = "纸质流程补录"
    return {"effectiveOn": day(ago), **particulars}


def snake(name):
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def command(login, project, name, body, expected):
    """Issues a command on the newest version; `expected` is the state after it, or the code of the refusal."""
    global calls
    calls += 2
    client = PEOPLE[login][0]
    current = get_projects_id.sync(project, client=client)
    module = importlib.import_module(f"client.api.projects.post_projects_id_commands_{snake(name)}")
    model = "PostProjectsIdCommands" + name[0].upper() + name[1:] + "Body"
    body_type = getattr(importlib.import_module("client.models"), model)
    answer = module.sync(
        project, client=client, body=body_type.from_dict(body), idempotency_key=str(uuid.uuid4()),
        if_match=f'"{current.version}"')
    found = answer.code if isinstance(answer, Problem) else answer.state.value
    if found != expected:
        sys.exit(f"{login} {name}: {found}, expected {expected}: {answer}")
    return answer


PEOPLE = {
    login: signed_in(login)
    for login in ["secretary2", "officer1", "clerk", "director", "finance", "panel1", "panel2", "auditor"]
}

application = {
    "title": "村口路灯更新", "category": "人居环境", "need": "巷道夜间看不见路", "channel": "走访", "place": "东埔村口",
    "quantities": [{"what": "路灯", "count": 68, "unit": "盏"}],
    "budget": [{"what": "灯具及安装", "amountFen": 8_800_000}],
    "sources": [{"kind": "ownContribution", "promisedFen": 800_000}], "requestedFen": 8_000_000,
}
key = str(uuid.uuid4())
body = PostProjectsBody.from_dict(late(30, unit=2, application=application))
drafts = [post_projects.sync(client=PEOPLE["secretary2"][0], body=body, idempotency_key=key) for _ in range(2)]
calls += 2
assert all(isinstance(draft, Project) for draft in drafts), drafts
assert drafts[0].id == drafts[1].id, "the same key made two projects"
project = drafts[0].id

command("clerk", project, "admit", late(30), "commandNotInState")
command("secretary2", project, "submit", late(30), "submitted")
command("secretary2", project, "admit", late(29), "roleNotPermitted")
command("clerk", project, "admit", late(29), "inReview")
command("officer1", project, "verify", late(28, visitedOn=day(28), recommended=True, opinion="现场属实"), "inApproval")
command("director", project, "award", late(27, amountFen=8_000_001), "awardExceedsRequest")
command("director", project, "award", late(27, amountFen=8_000_000), "onNotice")
command("clerk", project, "concludeNotice", late(26, proof="村务公开栏照片3张"), "noticeRunning")
command("clerk", project, "concludeNotice", late(10, proof="村务公开栏照片3张"), "inExecution")
command("secretary2", project, "recordStart",
        late(9, contractor="甲施工队", contractAmountFen=8_000_000, basis="合同1号"), "inExecution")
command("secretary2", project, "reportProgress", late(6, milestone="halfBuilt", words="已装34盏"), "inExecution")
command("finance", project, "disburse",
        late(6, amountFen=2_400_000, payee="甲施工队", voucher="P1", invoice=f"G-{project}"), "inExecution")
command("secretary2", project, "requestInspection",
        late(4, documents=[{"kind": "afterPhoto", "name": "完工照片"}]), "inAcceptance")
panel = [PEOPLE["panel1"][1], PEOPLE["panel2"][1]]
command("panel1", project, "accept", late(3, panel=panel, quantities=[{"what": "路灯", "count": 68, "unit": "盏"}],
        satisfaction={"satisfied": 9, "basicallySatisfied": 0, "dissatisfied": 1}), "completed")
command("clerk", project, "closeOut", {"publication": "公开栏已公布结算"}, "notReadyToClose")
command("finance", project, "settle", {"actualFen": 7_900_000}, "completed")
command("finance", project, "disburse", {
    "amountFen": 5_500_000, "payee": "甲施工队", "accountName": "甲施工队", "voucher": "P2"}, "completed")
closed = command("clerk", project, "closeOut", {"publication": "公开栏已公布结算"}, "closedOut")
assert closed.settled_fen == 7_900_000 and closed.encumbered_fen == 0, closed

auditor = PEOPLE["auditor"][0]
events = get_projects_id_events.sync(project, client=auditor, limit=100)
assert [event.event.value for event in events.items][-1] == "closedOut", events
found = get_projects.sync(client=auditor, text="ckldgx", limit=200)
assert project in [item.id for item in found.items], "not found by its initials"
assert get_funds.sync(client=auditor).items, "no funds"
check = {"unit": 2, "heldOn": day(0), "title": "路灯抽查", "projects": [project], "problem": False, "words": "全部点亮"}
kept = post_spot_checks.sync(
    client=PEOPLE["clerk"][0], body=PostSpotChecksBody.from_dict(check), idempotency_key=str(uuid.uuid4()))
assert kept.version == 1, kept
assert kept.number in [item.number for item in get_spot_checks.sync(client=auditor, project=project).items]
calls += 6
print(f"  {project} from draft to closedOut in {len(events.items)} events, {calls} calls of generated functions")
