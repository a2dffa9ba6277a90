"""Walks through the system as a browser would: what is linked, what forms lead to."""

import io
import zipfile
from collections import defaultdict
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import parse_qsl, unquote, urlencode, urljoin, urlsplit

from django.db import transaction
from django.test import Client
from django.urls import Resolver404, resolve

VARIANTS = 3  # of one path with different queries that are followed
SISTERS = 12  # of one route with different records that are followed
SKIPPED = ("/static/", "/accounts/login/", "/accounts/logout/", "/health/")


@dataclass
class Form:
    action: str
    post: bool
    texts: list[str] = field(default_factory=list)  # names of fields that take any text


class Page(HTMLParser):
    """The links and forms of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.forms: list[Form] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        if tag == "a" and "href" in given:
            self.links.add(given["href"])
        if tag == "form":
            post = given.get("method", "get").lower() == "post"
            self.forms.append(Form(given.get("action", ""), post))
        if tag == "input" and self.forms and given.get("type", "text") in ("text", "search"):
            self.forms[-1].texts.append(given.get("name", ""))
        for name in ("hx-get", "data-url"):
            if name in given:
                self.links.add(given[name])


@dataclass
class Found:
    """What a person came upon: addresses to visit, addresses that take a post, fields to search in."""

    visited: set[str] = field(default_factory=set)
    posted: set[str] = field(default_factory=set)
    searched: set[tuple[str, str]] = field(default_factory=set)  # address, name of the field

    def __or__(self, other: "Found") -> "Found":
        return Found(
            self.visited | other.visited,
            self.posted | other.posted,
            self.searched | other.searched,
        )


def crawl(client: Client, start: str = "/") -> Found:
    """Everything that can be reached from the first page by links and forms."""
    found, queue = Found(), [start]
    variants: defaultdict[str, int] = defaultdict(int)
    while queue:
        address = queue.pop()
        path = urlsplit(address).path
        if address in found.visited or variants[path] >= VARIANTS:
            continue
        route = resolve(unquote(path)).route
        if not variants[path] and variants[route] >= SISTERS:
            continue
        variants[route] += not variants[path]
        variants[path] += 1
        found.visited.add(address)
        status, text = asked(client, address)
        assert status < 500, address
        if "<html" not in text:
            continue
        page = Page(text)
        queue += [one for link in page.links if (one := own(address, link))]
        for form in page.forms:
            action = own(address, form.action or path)
            if action and form.post:
                found.posted.add(urlsplit(action).path)
            elif action:
                found.searched |= {(urlsplit(action).path, name) for name in form.texts}
    return found


def own(base: str, link: str) -> str:
    """The address within the system, without a fragment; empty where the link leaves it."""
    parts = urlsplit(urljoin(f"http://here{base}", link))
    if parts.netloc != "here" or parts.path.startswith(SKIPPED):
        return ""
    query = urlencode(sorted(parse_qsl(parts.query)))
    return f"{parts.path}?{query}" if query else parts.path


def asked(client: Client, address: str, *, post: bool = False) -> tuple[int, str]:
    """The code and all readable text of an answer; of a workbook or Word file what it says."""
    with transaction.atomic():
        response = client.post(address, {"unknown": ""}) if post else client.get(address)
        body = b"".join(response)
        transaction.set_rollback(True)
    if response.status_code in (301, 302):
        return response.status_code, unquote(response["Location"])
    return response.status_code, "\n".join(texts(body))


def texts(body: bytes):
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as parts:
            for name in parts.namelist():
                if name.endswith(".xml"):
                    yield parts.read(name).decode("utf-8", "replace")
    else:
        yield body.decode("utf-8", "replace")


def names_a_record(address: str) -> bool:
    """Whether the path leads to one record: its pattern has a place to fill in with a number."""
    try:
        match = resolve(unquote(urlsplit(address).path))
    except Resolver404:
        return False
    return any(isinstance(at, int) for name, at in match.kwargs.items() if name != "year")
