"""Nouns for people and bodies: "a spokesman", "UN experts", "the agency".

A text that does not name a speaker describes one. Its words can be printed where the head
of the description is a noun for a person, for several, or for a body that can speak.
"""

from __future__ import annotations

import re
from typing import Literal

from guides.findings import lexicon
from guides.findings.grammar import word_set
from guides.findings.name_words import TITLES

NounKind = Literal["", "person", "people", "body"]


_PERSON = word_set(
    """
    man woman boy girl child person people kid teen teenager adult elder baby human individual
    mother father parent son daughter brother sister uncle aunt cousin husband wife widow widower
    friend neighbor neighbour colleague partner relative grandmother grandfather grandson orphan
    spokesman spokeswoman spokesperson official officer mayor governor president minister senator
    congressman congresswoman councilman councilwoman lawmaker legislator secretary chief head
    director chairman chairwoman chair executive ceo boss chancellor premier ambassador diplomat
    king queen prince princess duke duchess leader captain general colonel major sergeant soldier
    judge justice lawyer attorney prosecutor sheriff deputy detective policeman policewoman cop
    doctor physician nurse surgeon psychiatrist therapist patient client customer consumer guest
    teacher professor lecturer principal dean student pupil graduate scholar researcher scientist
    expert analyst economist historian author writer poet novelist journalist reporter editor
    columnist blogger critic reviewer narrator host presenter anchor interviewer witness survivor
    victim refugee migrant immigrant asylum-seeker resident citizen voter tenant landlord homeowner
    farmer worker employee employer manager staffer aide adviser advisor consultant assistant intern
    organizer organiser activist advocate campaigner protester protestor demonstrator donor funder
    philanthropist volunteer founder co-founder member owner driver pilot sailor fisherman miner
    artist musician singer actor actress filmmaker player athlete coach quarterback goalkeeper
    midfielder striker goalie engineer architect
    designer developer programmer pastor priest bishop rabbi imam nun monk preacher believer
    veteran retiree candidate nominee politician democrat republican insider source observer
    bystander stranger passer-by traveller traveler tourist visitor passenger entrepreneur
    businessman businesswoman banker investor trader seller buyer vendor contractor builder
    carpenter electrician
    plumber mechanic technician firefighter paramedic guard inmate prisoner detainee convict suspect
    defendant plaintiff juror clerk cashier waiter waitress cook chef baker butcher tailor servant
    maid butler gardener shepherd hunter rabbit mouse fox wolf bear cat dog bird owl frog giant
    dwarf fairy witch wizard ghost goblin troll dragon lad lass gentleman lady lord
    respondent participant interviewee applicant fellow trustee commissioner superintendent
    administrator coordinator negotiator mediator ombudsman rapporteur envoy delegate representative
    supporter opponent backer defender proponent detractor skeptic sceptic loyalist ally rival fan
    follower listener reader viewer user commentator pollster strategist lobbyist reformer rebel
    militant guerrilla fighter colonist settler pilgrim seaman classmate roommate nanny
    babysitter moderator questioner librarian curator caretaker caregiver counselor counsellor
    mentor tutor
    """
)
_BODY = word_set(
    """
    agency company corporation firm business bank union association organization organisation group
    government administration ministry department office bureau board council committee commission
    court tribunal parliament senate congress house legislature campaign party coalition alliance
    network foundation charity fund trust institute institution university college school hospital
    clinic church mosque synagogue team club league army police military force fbi federation
    authority embassy nation state country city town village community family couple crowd chorus
    panel jury delegation mission consulate palace kremlin pentagon newspaper magazine
    publisher broadcaster nonprofit startup manufacturer airline utility regulator watchdog
    think-tank caucus collective cooperative movement
    """
)
_PLURALS = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "wives": "wife",
    "policemen": "policeman", "spokesmen": "spokesman", "gentlemen": "gentleman", "mice": "mouse",
    "businessmen": "businessman", "fishermen": "fisherman", "wolves": "wolf", "staff": "worker",
    "folks": "person", "authorities": "official", "personnel": "worker", "clergy": "priest",
    "youth": "person", "others": "", "media": "reporter", "congressmen": "congressman",
    "firemen": "firefighter", "heads": "head", "counsel": "lawyer", "majority": "person",
}  # fmt: skip
_PERSON_ENDING = re.compile(
    r"\w{3,}(?:ologist|ologists|grapher|ographer|ician|ianist|keeper|maker|worker|holder|owner"
    r"|goer|seeker|leader|teacher|officer|manager|director|writer|player|driver|fighter|man|woman"
    r"|person|ist|eer)"
)
# A phrase that begins so points at somebody whom only the sentence before can tell.
UNSAID = word_set(
    "his her their its our my your this that these those he she they it we who which what whose"
    " others here there one's same such"
)
_THINGS = word_set(
    """
    statement statements report reports study studies letter letters law laws sign signs poll
    polls survey surveys article articles book books ad ads clip clips video videos tweet tweets
    post posts message messages document documents memo memos email emails song songs poem bill
    bills rule rules plan plans data figures evidence story stories headline headlines website
    film films question questions answer answers text page pages note notes analysis research
    complaint lawsuit ruling order review column speech policy proposal motto slogan banner
    caption chapter idea view voice words line lines result results
    """
)
_PROPER = word_set(
    "Democrat Democrats Republican Republicans Tory Tories Christian Christians Muslim Muslims Jew"
    " Jews Catholic Catholics Hindu Hindus Sikh Sikhs Buddhist Buddhists Protestant Protestants"
    " Congress Parliament Senate Marine Marines Olympian Olympians"
)
_UNTIDY = re.compile(r"[“”\"«»;:()\[\]—–]|\b(?:is|was|are|were|has|had|said|says|that|which)\b")


SHE = word_set(
    "woman girl mother daughter sister aunt wife widow grandmother spokeswoman congresswoman queen"
    " princess duchess chairwoman policewoman actress waitress businesswoman nun witch lady lass"
    " councilwoman maid"
)
HE = word_set(
    "man boy father son brother uncle husband widower grandfather grandson spokesman congressman"
    " king prince duke chairman policeman actor waiter businessman monk wizard gentleman lord lad"
    " councilman butler"
)


def kind_of(noun: str) -> NounKind:
    """Return what *noun*, the head of a description, stands for; empty if it cannot speak."""
    lower = noun.lower().replace("’", "'")
    if lower in _PERSON:
        return "people" if lower == "people" else "person"
    if lower in _BODY:
        return "body"
    if lower in _PLURALS:
        return "people" if _PLURALS[lower] else ""
    for ending, instead in (("ies", "y"), ("es", ""), ("es", "e"), ("s", "")):
        if lower.endswith(ending):
            single = lower.removesuffix(ending) + instead
            if single in _PERSON or single in _BODY or _PERSON_ENDING.fullmatch(single):
                return "people"
    if _PERSON_ENDING.fullmatch(lower) and not lower.endswith("ss"):
        return "person"
    if lexicon.is_demonym(noun) and noun.endswith("s"):
        return "people"
    return ""


def keeps_capital(noun: str) -> bool:
    """Tell a group that is written with a capital also inside a sentence."""
    return noun in _PROPER or lexicon.is_demonym(noun)


def can_be_told_of(noun: str) -> bool:
    """Tell a noun that a story can let speak, "the rat", from a thing that is read or heard."""
    return noun.isalpha() and noun.islower() and not is_thing(noun)


def is_thing(noun: str) -> bool:
    """Tell a report, a letter or a sign, behind which somebody else speaks."""
    return noun.lower() in _THINGS


def is_title(word: str) -> bool:
    return word in TITLES


def is_first(word: str) -> bool:
    """Tell a first name."""
    return word[:1].isupper() and lexicon.is_first_name(word)


def is_family(word: str) -> bool:
    """Tell a surname."""
    return lexicon.is_last_name(word)


def is_ordinary(word: str) -> bool:
    """Tell whether English writes *word* small inside a sentence."""
    return lexicon.is_ordinary(word)


def is_role(label: str) -> bool:
    """Tell a label such as "Interviewer" or "Audience member" from "Thomas Baker"."""
    first, *others = label.split()
    if others and lexicon.is_first_name(first.title()):
        return False
    noun = (others[-1] if others else first).lower()
    role = bool(kind_of(noun)) and lexicon.is_ordinary(noun)
    return role or label.lower() in ("audience", "all", "speaker")


def is_tidy(words: str) -> bool:
    """Tell whether *words* can be printed after "the words of": short, one phrase."""
    return len(words.split()) <= 12 and not _UNTIDY.search(words)
