"""`cerulean package`, `verify`, `sign`, `check --csv` and the dossiers that are made: exit codes and what is said."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def packed(written_samples, tmp_path_factory):
    """A package of the Lithuanian sample, written once."""
    from desktop.__main__ import main

    out = tmp_path_factory.mktemp("packed") / "out"
    assert main(["package", str(written_samples / "sudenai.cerulean"), "--for", "jisc", "--out", str(out)]) == 0
    return out


@pytest.fixture
def package(packed, tmp_path):
    """A package of one's own: (folder of both, folder of the bag, archive)."""
    out = Path(shutil.copytree(packed, tmp_path / "package"))
    [bag] = [item for item in out.iterdir() if item.is_dir()]
    return out, bag, bag.with_name(f"{bag.name}.zip")


def test_a_package_is_written_and_is_good(cerulean, package):
    done = cerulean("verify", package[0])
    assert (done.code, done.err) == (0, "")
    assert done.out.count(": good (") == 2


def test_a_folder_that_exists_is_4(cerulean, sample_file, tmp_path):
    (tmp_path / "out").mkdir()
    done = cerulean("package", sample_file("sudenai"), "--for", "jisc", "--out", tmp_path / "out")
    assert (done.code, list((tmp_path / "out").iterdir())) == (4, [])


def test_open_errors_are_1_and_nothing_is_written(cerulean, tmp_path):
    cerulean("new", tmp_path / "x.cerulean", "--form", "cdm_pdd:12.0")
    done = cerulean("package", tmp_path / "x.cerulean", "--for", "eb", "--out", tmp_path / "out")
    assert (done.code, (tmp_path / "out").exists()) == (1, False)
    assert "errors are open" in done.err
    assert "FRM-03" in done.err


def test_a_draft_is_written_on_request_and_named_so(cerulean, tmp_path):
    cerulean("new", tmp_path / "x.cerulean", "--form", "cdm_pdd:12.0")
    done = cerulean("package", tmp_path / "x.cerulean", "--for", "eb", "--out", tmp_path / "out", "--draft")
    assert (done.code, "DRAFT" in done.err) == (0, True)
    assert all("_DRAFT" in item.name for item in (tmp_path / "out").iterdir())


def test_a_recipient_of_the_other_mechanism_is_2(cerulean, sample_file, tmp_path):
    assert cerulean("package", sample_file("sudenai"), "--for", "eb", "--out", tmp_path / "out").code == 2


def test_a_changed_missing_and_added_file_are_named_and_1(cerulean, package):
    _, bag, _ = package
    (bag / "data/e-mail.txt").write_text("To: somebody else")
    (bag / "data/cover.json").rename(bag / "data/new.json")
    done = cerulean("verify", bag)
    assert done.code == 1
    assert {"changed  data/e-mail.txt", "missing  data/cover.json", "added    data/new.json"} <= {
        *done.out.splitlines()
    }


def test_the_verdict_as_json(cerulean, package):
    _, bag, _ = package
    (bag / "data/e-mail.txt").write_text("To: somebody else")
    done = cerulean("verify", bag, "--json")
    [verdict] = json.loads(done.out)
    assert (done.code, verdict["good"], verdict["changed"]) == (1, False, ["data/e-mail.txt"])


def test_what_is_no_package_is_3(cerulean, tmp_path):
    (tmp_path / "x.zip").write_bytes(b"PK" * 300)
    for path in (tmp_path / "x.zip", tmp_path / "none"):
        assert cerulean("verify", path).code == 3


def test_a_dossier_of_a_package_is_verified_from_the_project_in_it(cerulean, package):
    [dossier] = (package[1] / "data/dossiers").glob("ji-ssc-pdd_*.pdf")
    done = cerulean("verify", dossier)
    assert (done.code, "byte for byte" in done.out) == (0, True)


def test_the_dossiers_that_are_made_are_printed_by_kind(cerulean, sample_file, tmp_path):
    file = sample_file("sudenai")
    for kind in ("check_report", "er_annex", "eru-accounting"):
        assert cerulean("dossier", file, "--kind", kind, "--out", tmp_path / "print", "--container", "a2").code == 0
    assert len(list((tmp_path / "print").glob("*.pdf"))) == 3


def test_the_problems_as_csv(cerulean, sample_file, tmp_path):
    done = cerulean("check", sample_file("sudenai"), "--csv", tmp_path / "problems.csv")
    text = (tmp_path / "problems.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert (done.code, "JI-P06" in {row["rule"] for row in rows}) == (0, True)


def test_a_project_is_never_replaced_by_its_problems(cerulean, sample_file):
    file = Path(sample_file("sudenai"))
    before = file.read_bytes()
    assert cerulean("check", file, "--csv", file).code == 2
    assert file.read_bytes() == before


# -- signatures -----------------------------------------------------------------------------------------------


def test_without_pyhanko_it_is_said_what_to_install(cerulean, package, tmp_path, monkeypatch):
    monkeypatch.setattr("reports.signing.is_available", lambda: False)
    [dossier] = (package[1] / "data/dossiers").glob("ji-ssc-pdd_*.pdf")
    done = cerulean("sign", dossier, "--certificate", tmp_path / "me.p12", "--out", tmp_path / "signed.pdf")
    assert (done.code, "pip install pyHanko" in done.err) == (2, True)
    assert not (tmp_path / "signed.pdf").exists()


@pytest.fixture
def certificate(tmp_path):
    """A self-made certificate (PKCS #12) with the passphrase “secret”."""
    pytest.importorskip("pyhanko", reason="the extra “signing” is not installed")
    import datetime as dt

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import pkcs12

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Rasa Petraityte")])
    start = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    made = made.serial_number(7).not_valid_before(start).not_valid_after(start + dt.timedelta(days=20_000))
    use = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    signed = made.add_extension(use, critical=True).sign(key, hashes.SHA256())
    locked = serialization.BestAvailableEncryption(b"secret")
    (tmp_path / "me.p12").write_bytes(pkcs12.serialize_key_and_certificates(b"me", key, signed, None, locked))
    (tmp_path / "passphrase").write_text("secret\n")
    return ("--certificate", tmp_path / "me.p12", "--passphrase-file", tmp_path / "passphrase")


@pytest.fixture
def signed(cerulean, package, certificate, tmp_path):
    [dossier] = (package[1] / "data/dossiers").glob("ji-ssc-pdd_*.pdf")
    assert cerulean("sign", dossier, *certificate, "--out", tmp_path / "signed.pdf").code == 0
    return tmp_path / "signed.pdf"


def test_a_signed_dossier_says_who_signed_and_is_still_what_its_project_prints(cerulean, signed):
    done = cerulean("verify", signed)
    assert done.code == 0
    assert "Signed by Common Name: Rasa Petraityte; no byte was changed since." in done.out
    assert "byte for byte" in done.out


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_a_byte_changed_after_signing_is_found(cerulean, signed, part):
    data = bytearray(signed.read_bytes())
    data[int(len(data) * part)] ^= 1
    signed.write_bytes(data)
    assert cerulean("verify", signed).code in {1, 3}


def test_bytes_appended_after_signing_are_found(cerulean, signed):
    signed.write_bytes(signed.read_bytes() + b"\n% more\n")
    assert cerulean("verify", signed).code == 1


def test_a_wrong_passphrase_is_2_and_an_existing_file_is_4(cerulean, signed, certificate, tmp_path):
    (tmp_path / "passphrase").write_text("wrong")
    assert cerulean("sign", signed, *certificate, "--out", tmp_path / "again.pdf").code == 2
    assert cerulean("sign", signed, *certificate, "--out", signed).code == 4


def test_pages_changed_before_somebody_signed_again_are_found(cerulean, package, certificate, tmp_path):
    """A later part of a PDF may replace a page of an earlier one; a signature over both proves nothing."""
    from pyhanko.pdf_utils.generic import StreamObject
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    [dossier] = (package[1] / "data/dossiers").glob("ji-ssc-pdd_*.pdf")
    with dossier.open("rb") as source:
        writer = IncrementalPdfFileWriter(source)
        writer.add_stream_to_page(2, writer.add_object(StreamObject(stream_data=b"0 0 500 500 re f")))
        with (tmp_path / "forged.pdf").open("wb") as target:
            writer.write(target)
    assert cerulean("sign", tmp_path / "forged.pdf", *certificate, "--out", tmp_path / "signed.pdf").code == 0
    done = cerulean("verify", tmp_path / "signed.pdf")
    assert (done.code, "no byte was changed since" in done.out) == (1, True)
    assert "(what was appended changes the print)" in done.out


def test_a_signature_that_cannot_be_checked_is_not_good(cerulean, signed, monkeypatch):
    monkeypatch.setattr("reports.signing.is_available", lambda: False)
    done = cerulean("verify", signed)
    assert (done.code, "was not checked" in done.out) == (1, True)


def test_a_signed_dossier_without_its_project_is_held_to_its_signature(cerulean, package, certificate, tmp_path):
    [report] = (package[1] / "data/dossiers").glob("check-report_*.pdf")
    signed = tmp_path / "report.pdf"
    assert cerulean("sign", report, *certificate, "--out", signed).code == 0
    assert cerulean("verify", signed).code == 0
    signed.write_bytes(signed.read_bytes() + b"\n% more\n")
    assert cerulean("verify", signed).code == 1
