"""Every letter right, whatever is declared; what cannot be read is refused, never garbled."""

from __future__ import annotations

import gzip

import pytest

from pipeline.decoding.decode import decode
from pipeline.limits import Limits
from pipeline.outcomes import TooLargeError, UndecodableError
from pipeline.page import RawPage

FRENCH = (
    "<html lang='fr'><head>{meta}<title>L’été à Sérignac : 1 200 € d’aide</title></head><body><p>« Où est passée la"
    " prime ? » demande Hélène Vautrin. L’œuvre coûte 5 € – un chiffre reçu à Noël… Ça déçoit.</p></body></html>"
)
GERMAN = "<html lang='de'><p>Die Zulassungen fielen im März auf 3 400 – „größter Rückgang“ für Öttinger.</p>"
SPANISH = "<html lang='es'><p>¿Cuántos coches vendió España en el último año? Según Núñez, 1.200.</p></html>"
ITALIAN = "<html lang='it'><p>La società è più forte: così ha detto l’amministratore, perché può crescere.</p>"


def read(body: bytes, content_type: str | None = None) -> tuple[str, str]:
    page = decode(RawPage(body=body, content_type=content_type))
    return page.html, page.charset


@pytest.mark.parametrize("meta", ["", "<meta charset='utf-8'>", "<meta charset=latin1>", "<meta charset=cp1252>"])
@pytest.mark.parametrize(
    "header",
    [None, "text/html", "text/html; charset=utf-8", "text/html; charset=ISO-8859-1", "text/html; charset=windows-1251"],
)
@pytest.mark.parametrize("encoding", ["windows-1252", "utf-8"])
def test_every_letter_is_right_whatever_is_declared(meta: str, header: str | None, encoding: str) -> None:
    page = FRENCH.format(meta=meta)
    assert read(page.encode(encoding), header) == (page, encoding)


@pytest.mark.parametrize("page", [GERMAN, SPANISH, ITALIAN])
def test_other_languages_need_no_declaration(page: str) -> None:
    assert read(page.encode("windows-1252")) == (page, "windows-1252")


def test_the_header_goes_before_the_meta_element_where_both_read_well() -> None:
    page = "<html lang=pl><meta charset=windows-1252><p>Zażółć gęślą jaźń: sprzedaż łódź wzrosła.</p>"
    assert read(page.encode("iso8859-2"), "text/html; charset=iso-8859-2") == (page, "iso8859-2")


def test_an_eastern_encoding_declared_for_a_french_page_gives_way() -> None:
    page = FRENCH.format(meta="")
    assert read(page.encode("windows-1252"), "text/html; charset=iso-8859-2")[0] == page


@pytest.mark.parametrize("header", [None, "text/html; charset=iso-8859-15", "text/html; charset=iso-8859-1"])
def test_the_euro_of_iso_8859_15_is_no_currency_sign(header: str | None) -> None:
    page = "<html lang=fr><p>Les vœux du président : 40 € de prime, reçue à Noël.</p>"
    assert read(page.encode("iso8859-15"), header) == (page, "iso8859-15")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_marks_and_wide_encodings(encoding: str) -> None:
    page = FRENCH.format(meta="<meta charset=iso-8859-1>")
    assert read(page.encode(encoding), "text/html; charset=iso-8859-1")[0] == page


@pytest.mark.parametrize(
    ("encoding", "page"),
    [
        ("shift_jis", "<meta charset=Shift_JIS><p>自動車の販売台数は前年を上回った。</p>"),
        ("euc-kr", "<meta charset=euc-kr><p>자동차 판매가 늘었다고 밝혔다.</p>"),
        ("gb18030", "<meta charset=gb2312><p>汽车销量同比增长，市场回暖。</p>"),
        ("windows-1251", "<meta charset=windows-1251><p>Продажи автомобилей выросли на десять процентов.</p>"),
        ("iso2022_jp", "<meta charset=iso-2022-jp><p>自動車の販売台数</p>"),
    ],
)
def test_declared_encodings_of_other_scripts_are_read(encoding: str, page: str) -> None:
    assert read(page.encode(encoding))[0] == page


def test_cyrillic_without_a_declaration_is_told_or_refused_but_never_garbled() -> None:
    words = "Продажи новых легковых автомобилей в России выросли на десять процентов, сообщает компания. " * 20
    body = f"<html lang=ru><p>{words}</p>".encode("windows-1251")
    try:
        words_read = read(body)[0]
    except UndecodableError as refused:
        words_read = f"Продажи новых: {refused}"
    assert "Продажи новых" in words_read


def test_a_few_stray_bytes_do_not_spoil_a_utf_8_page() -> None:
    page = FRENCH.format(meta="") * 4
    body = page.encode("utf-8").replace("Noël".encode(), "Noël".encode("windows-1252"), 1)
    assert read(body) == (page, "utf-8")


def test_a_page_cut_inside_a_character_is_read_up_to_there() -> None:
    page = FRENCH.format(meta="") + "é"
    assert read(page.encode("utf-8")[:-1]) == (page[:-1], "utf-8")


def test_text_encoded_twice_is_mended_and_the_charset_says_so() -> None:
    page = FRENCH.format(meta="<meta charset=utf-8>")
    twice = page.encode("utf-8").decode("windows-1252", "replace").encode("utf-8")
    if "\ufffd" in twice.decode("utf-8"):  # five bytes have no character in Windows-1252; programs pass them on
        twice = "".join(_passed_on(byte) for byte in page.encode("utf-8")).encode("utf-8")
    assert read(twice) == (page, "utf-8 as windows-1252, utf-8")


def _passed_on(byte: int) -> str:
    return chr(byte) if byte in {0x81, 0x8D, 0x8F, 0x90, 0x9D} else bytes([byte]).decode("windows-1252")


def test_an_article_that_shows_garbled_letters_is_left_alone() -> None:
    page = "<html lang=fr><p>Quand « é » s’affiche « Ã© », l’encodage de la page est mal déclaré.</p>"
    assert read(page.encode("utf-8")) == (page, "utf-8")


def test_accents_encoded_once_beside_those_encoded_twice_stay() -> None:
    mixed = "<p>Société déjà bien lue.</p><p>SociÃ©tÃ© dÃ©jÃ\u00a0 lue deux fois.</p>"
    assert read(mixed.encode("utf-8"))[0] == "<p>Société déjà bien lue.</p><p>Société déjà lue deux fois.</p>"


def test_letters_lost_by_an_earlier_decoding_end_the_page() -> None:
    page = FRENCH.format(meta="").replace("é", "\ufffd").replace("à", "\ufffd").replace("’", "\ufffd") * 3
    with pytest.raises(UndecodableError, match="lost"):
        read(page.encode("utf-8"))


def test_a_single_replacement_character_is_no_reason_to_refuse() -> None:
    page = FRENCH.format(meta="") + "\ufffd"
    assert read(page.encode("utf-8"))[0] == page


def test_a_mark_that_lies_ends_the_page() -> None:
    with pytest.raises(UndecodableError, match="utf-16"):
        read(b"\xff\xfe" + b"\x00\xd8\x00\xd8" * 20)


def test_characters_from_the_envelope_are_cleaned() -> None:
    text = "\ufeff<p>li\ud83dvré\x00 le \x07 \ud83d\ude97 neuf\u0085</p>"
    assert decode(RawPage(body=b"", text=text)).html == "<p>livré le  🚗 neuf\u0085</p>"
    assert decode(RawPage(body=b"", text=text)).charset == "unicode"


def test_limits_hold_for_bytes_and_for_characters() -> None:
    small = Limits(max_page_bytes=100, max_unpacked_bytes=200)
    with pytest.raises(TooLargeError, match="101 bytes"):
        decode(RawPage(body=b"<p>" + b"a" * 98), small)
    with pytest.raises(TooLargeError, match="201 characters"):
        decode(RawPage(body=b"", text="<p>" + "a" * 198), small)
    with pytest.raises(TooLargeError, match="unpacked"):
        decode(RawPage(body=gzip.compress(b"<p>" + b"a" * 198)), small)


def test_references_to_controls_are_dropped_or_read_as_browsers_do() -> None:
    body = b"<p>L&#146;usine&#x2122; &#0;&#1;&#xD800;&#xFFFE;&#x110000;co&#0251;te &#8364;&#38;amp; &#128;.</p>"
    assert read(body)[0] == "<p>L’usine&#x2122; co&#0251;te &#8364;&#38;amp; €.</p>"


@pytest.mark.parametrize("body", [b"<p>Loi</p>", "<p>Évolution</p>".encode(), b"<p>L&#8217;usine</p>"])
def test_bytes_that_are_read_as_they_stand_are_handed_on(body: bytes) -> None:
    assert decode(RawPage(body=body)).utf8 == body


@pytest.mark.parametrize(
    "body",
    [
        b"\xef\xbb\xbf<p>Loi</p>",
        "<p>Évolution</p>".encode("windows-1252"),
        b"<p>L&#146;usine</p>",
        b"<p>Lo\x00i</p>",
        "<p>é à è ç ê</p>".encode().decode("windows-1252").encode(),
    ],
)
def test_bytes_that_are_read_otherwise_are_not(body: bytes) -> None:
    page = decode(RawPage(body=body))

    assert page.utf8 is None
    assert page.html.encode() != body
