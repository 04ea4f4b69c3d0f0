"""Questions: list, ask, read, reply, correct oneself, accept."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from portal.search.api import read_question
from specialists_network.forum import queries, services
from specialists_network.forum.forms import AskForm, CorrectForm, LookForm, ReplyForm
from specialists_network.forum.models import Post
from specialists_network.forum.queries import POSTS_PER_PAGE, ThreadView
from specialists_network.spaces.api import MemberRequest, Theme, members_only

FIRST_LINE = 120


@require_GET
@members_only
def index(request: MemberRequest) -> HttpResponse:
    theme = request.GET.get("theme", "")
    theme = theme if theme in Theme.values else ""
    state = request.GET.get("state", "")
    page = queries.thread_page(request.member, theme=theme, state=state, cursor=request.GET.get("older", ""))
    context = {"page": page, "themes": Theme.choices, "theme": theme, "state": state, "section": "questions"}
    return render(request, "specialists_network/forum/index.html", context)


@require_http_methods(["GET", "POST"])
@members_only
def ask(request: MemberRequest) -> HttpResponse:
    first = {"language": request.member.user.locale}
    form = AskForm(request.POST) if request.method == "POST" else AskForm(initial=first)
    if not form.is_bound or not form.is_valid():
        return render(request, "specialists_network/forum/ask.html", {"form": form, "section": "questions"})
    thread = services.ask(
        member=request.member,
        asked=form.asked(),
        once=form.cleaned_data["once"],
        confirmed=form.guard_confirmed,
    )
    messages.success(request, _("Your question is posted."))
    return redirect("forum:thread", thread_uuid=thread.uuid)


@require_POST
@members_only
def look(request: MemberRequest) -> HttpResponse:
    """What is known already; nothing is stored, and the question is sent as a POST so that no log keeps it."""
    form = LookForm(request.POST)
    if not form.is_valid():
        return render(request, "specialists_network/forum/look.html", {"form": form, "section": "questions"})
    text = form.cleaned_data["text"]
    line = " ".join(text.split())
    title = line if len(line) <= FIRST_LINE else line[:FIRST_LINE].rsplit(" ", 1)[0] + "…"
    context = {
        "form": AskForm(initial={"title": title, "text": text, "language": request.member.user.locale}),
        "known": _known(request, text),
        "has_looked": True,
        "section": "questions",
    }
    return render(request, "specialists_network/forum/ask.html", context)


def _known(request: MemberRequest, text: str) -> list[object]:
    """Threads that share the longest words: a whole question rarely matches as a whole."""
    words = sorted({word for word in text.split() if len(word) > 5}, key=len, reverse=True)[:4]
    found: dict[int, object] = {}
    for word in words:
        for thread in queries.search(request.member, read_question(word), limit=3):
            found.setdefault(thread.pk, thread)
    return list(found.values())[:5]


@require_GET
@members_only
def thread(request: MemberRequest, thread_uuid: UUID) -> HttpResponse:
    view = _thread(request, thread_uuid)
    last_shown = min(view.first_seq + POSTS_PER_PAGE - 1, view.thread.post_seq)
    if last_shown > view.last_read:
        services.mark_read(user=request.user, thread=view.thread, seq=last_shown)
    return _page(request, view, ReplyForm(initial={"language": request.member.user.locale}))


def _page(request: MemberRequest, view: ThreadView, form: ReplyForm) -> HttpResponse:
    context = {"view": view, "thread": view.thread, "form": form, "section": "questions"}
    return render(request, "specialists_network/forum/thread.html", context)


@require_POST
@members_only
def reply(request: MemberRequest, thread_uuid: UUID) -> HttpResponse:
    view = _thread(request, thread_uuid)
    form = ReplyForm(request.POST)
    if not form.is_valid():
        return _page(request, view, form)
    post = services.reply(
        member=request.member,
        thread_uuid=thread_uuid,
        text=form.cleaned_data["text"],
        language=form.cleaned_data["language"],
        once=form.cleaned_data["once"],
        confirmed=form.guard_confirmed,
    )
    messages.success(request, _("Your reply is posted."))
    return redirect(address(post))


@require_http_methods(["GET", "POST"])
@members_only
def correct(request: MemberRequest, thread_uuid: UUID, seq: int) -> HttpResponse:
    post = queries.own_post(request.member, thread_uuid, seq)
    if post is None:
        raise Http404
    if request.method == "GET":
        return _corrector(request, post, CorrectForm(initial={"text": post.text, "seen": post.revision}))
    form = CorrectForm(request.POST)
    if not form.is_valid():
        return _corrector(request, post, form)
    try:
        services.correct(
            member=request.member,
            thread_uuid=thread_uuid,
            seq=seq,
            text=form.cleaned_data["text"],
            seen_revision=form.cleaned_data["seen"] or 0,
            confirmed=form.guard_confirmed,
        )
    except services.StaleText:
        form.add_error(None, _("Meanwhile this post was changed in another window. Below is what you typed."))
        data = request.POST.copy()
        data["seen"] = str(post.revision)
        form.data = data
        return _corrector(request, post, form, saved=post.text, status=409)
    messages.success(request, _("Your post is changed; the earlier text is kept."))
    return redirect(address(post))


def _corrector(
    request: MemberRequest, post: Post, form: CorrectForm, *, saved: str = "", status: int = 200
) -> HttpResponse:
    context = {"post": post, "thread": post.thread, "form": form, "saved": saved, "section": "questions"}
    return render(request, "specialists_network/forum/correct.html", context, status=status)


@require_POST
@members_only
def accept(request: MemberRequest, thread_uuid: UUID, seq: int) -> HttpResponse:
    view = _thread(request, thread_uuid)
    if not view.is_asker or not 1 < seq <= view.thread.post_seq:
        raise Http404
    services.accept(member=request.member, thread_uuid=thread_uuid, seq=seq)
    messages.success(request, _("The answer is marked as accepted."))
    return redirect("forum:thread", thread_uuid=thread_uuid)


@require_POST
@members_only
def mark_all_read(request: MemberRequest) -> HttpResponse:
    services.mark_all_read(member=request.member)
    return redirect("today:index")


def address(post: Post) -> str:
    """The page of the thread on which the post stands."""
    first = 2 + (max(post.seq - 2, 0) // POSTS_PER_PAGE) * POSTS_PER_PAGE
    url = reverse("forum:thread", kwargs={"thread_uuid": post.thread.uuid})
    return f"{url}?from={first}#post-{post.seq}" if first > 2 else f"{url}#post-{post.seq}"


def _thread(request: MemberRequest, thread_uuid: UUID) -> ThreadView:
    asked = request.GET.get("from", "")
    first = int(asked) if asked.isdecimal() and len(asked) < 9 else 2
    view = queries.thread_for(request.member, thread_uuid, first_seq=first)
    if view is None:
        raise Http404
    return view
