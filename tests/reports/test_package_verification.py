"""Verification: every changed, missing or added file is found and named; what could do harm is refused."""

import io
import os
import random
import shutil
import stat
import zipfile
from pathlib import Path

import pikepdf
import pytest

from desktop.samples import content
from forms.errors import Damaged
from reports import finish, seal
from reports.dossier import dossier, print_dossier
from reports.packaging import archive, bag
from reports.packaging.verification import verify

# For a soak: CERULEAN_FLIPS=10000.
FLIPS = int(os.environ.get("CERULEAN_FLIPS", "400"))


@pytest.fixture(scope="session")
def original(tmp_path_factory):
    """A small package with every kind of file, in a folder and a ZIP."""
    folder = tmp_path_factory.mktemp("original") / "JI_wind_v6_jisc"
    files = {
        "data/dossiers/ji-pdd_wind.pdf": b"%PDF-1.7 pages", "data/evidence/E01_map.png": bytes(range(256)),
        "data/figures.json": b'{"figures": []}\n', "data/e-mail.txt": "To: JISC – Ž\n".encode(),
    }  # fmt: skip
    tags = bag.tag_files(
        {name: bag.entry_of(data) for name, data in files.items()}, [("Source-Organization", "Vejo Elektra UAB")]
    )
    for name, data in (files | tags).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    with (folder.parent / "wind.zip").open("w+b") as target:
        archive.write_archive(
            target, (f"{folder.name}/{name}" for name in files | tags), lambda name: (folder.parent / name).open("rb")
        )
    return folder


@pytest.fixture
def folder(original, tmp_path):
    return shutil.copytree(original, tmp_path / original.name)


@pytest.fixture
def packed(original, tmp_path):
    return Path(shutil.copy(original.parent / "wind.zip", tmp_path / "wind.zip"))


def verdict_of(path):
    [verdict] = verify(path)
    return verdict


# -- folders --------------------------------------------------------------------------------------------------


def test_an_untouched_package_is_good(folder):
    assert verdict_of(folder).is_good


def test_a_missing_and_an_added_file_are_named(folder):
    (folder / "data/figures.json").rename(folder / "data/other.json")
    found = verdict_of(folder).faults
    assert (found.missing, found.added, found.changed) == (["data/figures.json"], ["data/other.json"], [])


@pytest.mark.parametrize("name", ["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"])
def test_a_tag_file_that_is_gone_is_named(folder, name):
    (folder / name).unlink()
    assert name in verdict_of(folder).faults.missing


def test_a_file_beside_the_tag_files_is_named(folder):
    (folder / "note.txt").write_text("hello")
    assert verdict_of(folder).faults.added == ["note.txt"]


def test_any_flipped_bit_of_any_file_is_found_and_the_file_named(folder):
    rng = random.Random(8493)
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    for _ in range(FLIPS):
        file = rng.choice(files)
        data = bytearray(file.read_bytes())
        before = bytes(data)
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
        file.write_bytes(data)
        name = file.relative_to(folder).as_posix()
        assert any(told.startswith(name) for told in verdict_of(folder).faults.changed), name
        file.write_bytes(before)
    assert verdict_of(folder).is_good


def test_links_are_refused(folder, tmp_path):
    (tmp_path / "secret").write_text("outside")
    try:
        (folder / "data/link").symlink_to(tmp_path / "secret")
    except OSError:
        pytest.skip("no links here")
    with pytest.raises(Damaged, match="link"):
        verify(folder)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_refused_and_not_waited_for(folder):
    os.mkfifo(folder / "data/pipe")
    with pytest.raises(Damaged, match="device"):
        verify(folder)


def test_a_folder_that_holds_folder_and_archive_is_verified_as_both(folder, packed):
    assert [verdict.kind for verdict in verify(folder.parent)] == ["package", "archive"]


def test_a_stray_file_beside_the_packages_is_named(folder):
    (folder.parent / "stray.txt").write_text("x")
    [verdict] = verify(folder.parent)
    assert verdict.faults.added == ["../stray.txt"]


def test_what_is_no_package_is_refused(tmp_path):
    for path in (tmp_path, tmp_path / "nothing"):
        with pytest.raises(Damaged) as refused:
            verify(path)
        assert refused.value.exit_code == 3


# -- archives -------------------------------------------------------------------------------------------------


def test_an_untouched_archive_is_good(packed):
    assert verdict_of(packed).is_good


def test_any_flipped_bit_of_an_archive_is_found(packed):
    rng = random.Random(1980)
    data = bytearray(packed.read_bytes())
    for _ in range(FLIPS):
        place, bit = rng.randrange(len(data)), 1 << rng.randrange(8)
        data[place] ^= bit
        assert is_found(packed, bytes(data)), place
        data[place] ^= bit


def is_found(path, data):
    path.write_bytes(data)
    try:
        return not verdict_of(path).is_good
    except Damaged:
        return True


@pytest.mark.parametrize("cut", [1, 22, 500])
def test_an_archive_that_was_cut_short_is_found(packed, cut):
    data = packed.read_bytes()
    assert is_found(packed, data[:-cut])


def test_an_archive_that_was_packed_anew_is_told_apart_from_changed_files(packed):
    with zipfile.ZipFile(packed) as given:
        files = {name: given.read(name) for name in given.namelist()}
    write_zip(packed, files, zipfile.ZIP_DEFLATED)
    verdict = verdict_of(packed)
    assert verdict.faults.changed == ["wind.zip"]
    assert "files in it are unchanged" in verdict.told[0]


def write_zip(path, files, compression=zipfile.ZIP_STORED):
    with zipfile.ZipFile(path, "w", compression) as made:
        for name, data in files.items():
            made.writestr(name, data)


@pytest.mark.parametrize("name", ["../evil.txt", "bag/../../evil", "/etc/passwd", "C:\\evil", "bag/a\\b", "bag//x"])
def test_names_that_lead_out_are_refused(tmp_path, name):
    write_zip(tmp_path / "evil.zip", {"bag/bagit.txt": b"x", name: b"x"})
    with pytest.raises(Damaged, match=r"no safe name|one folder"):
        verify(tmp_path / "evil.zip")


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path):
    write_zip(tmp_path / "bomb.zip", {"bag/data/zeros": bytes(30 * 1024**2)}, zipfile.ZIP_DEFLATED)
    assert (tmp_path / "bomb.zip").stat().st_size < 100_000
    with pytest.raises(Damaged, match="unpack"):
        verify(tmp_path / "bomb.zip")


def test_a_size_that_lies_is_found(tmp_path):
    """The directory of the archive says 10 bytes where 30 MB follow."""
    data = io.BytesIO()
    write_zip(data, {"bag/bagit.txt": bytes(30 * 1024**2)}, zipfile.ZIP_DEFLATED)
    lied = data.getvalue().replace((30 * 1024**2).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    (tmp_path / "liar.zip").write_bytes(lied)
    with pytest.raises(Damaged):
        verify(tmp_path / "liar.zip")


def test_a_link_in_an_archive_is_refused(tmp_path):
    entry = zipfile.ZipInfo("bag/data/link")
    entry.create_system, entry.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "link.zip", "w") as made:
        made.writestr("bag/bagit.txt", b"x")
        made.writestr(entry, "/etc/passwd")
    with pytest.raises(Damaged, match="link"):
        verify(tmp_path / "link.zip")


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("names", [("bag/bagit.txt", "bag/bagit.txt"), ("bag/a.txt", "bag/A.TXT")])
def test_names_given_twice_are_refused(tmp_path, names):
    with zipfile.ZipFile(tmp_path / "twice.zip", "w") as made:
        for name in names:
            made.writestr(name, b"x")
    with pytest.raises(Damaged, match="twice"):
        verify(tmp_path / "twice.zip")


def test_what_is_no_zip_and_what_is_another_zip_are_refused(tmp_path):
    (tmp_path / "x.zip").write_bytes(b"PK\x03\x04" + bytes(500))
    write_zip(tmp_path / "photos.zip", {"photos/1.jpg": b"x"})
    for name in ("x.zip", "photos.zip"):
        with pytest.raises(Damaged):
            verify(tmp_path / name)


# -- dossiers -------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    file = tmp_path_factory.mktemp("dossier") / "wind.pdf"
    print_dossier(dossier("ji-ssc-pdd"), content("sudenai").snapshot, file)
    return file


def test_a_dossier_is_what_its_project_prints(printed):
    verdict = verdict_of(printed)
    assert verdict.is_good
    assert any("byte for byte" in sentence for sentence in verdict.told)


@pytest.mark.parametrize("part", [0.02, 0.5, 0.97, 0.9999])
def test_a_changed_byte_of_a_dossier_is_found(printed, tmp_path, part):
    data = bytearray(printed.read_bytes())
    data[int(len(data) * part)] ^= 1
    assert is_found(tmp_path / "x.pdf", bytes(data))


def test_bytes_after_the_end_of_a_dossier_are_found(printed, tmp_path):
    (tmp_path / "x.pdf").write_bytes(printed.read_bytes() + b"\n% more\n")
    assert "appended" in verdict_of(tmp_path / "x.pdf").faults.changed[0]


def test_a_page_that_was_exchanged_is_named(printed, tmp_path):
    with pikepdf.open(printed) as pdf:
        pdf.pages[8].contents_add(b"BT ET")
        pdf.save(tmp_path / "x.pdf")
    verdict = verdict_of(tmp_path / "x.pdf")
    assert not verdict.is_good
    assert any("pages 9 differ" in sentence for sentence in verdict.told), verdict.told


def test_a_dossier_without_its_project_is_told_apart(tmp_path):
    print_dossier(dossier("ji-ssc-pdd"), content("sudenai").snapshot, tmp_path / "x.pdf", container="a2")
    with pytest.raises(Damaged, match="carries no project"):
        verify(tmp_path / "x.pdf")


# -- dossiers of other versions of the program ------------------------------------------------------------------


@pytest.fixture(scope="module")
def of_another_version(tmp_path_factory):
    """A dossier of a version that printed otherwise."""
    file = tmp_path_factory.mktemp("older") / "wind.pdf"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(finish, "PRODUCER", "Cerulean of another year")
        patch.setattr(finish, "pieces_with_seal", lambda data: seal.pieces_with_seal(data, "0.1.9"))
        print_dossier(dossier("eru-accounting"), content("sudenai").snapshot, file)
    return file


def test_a_dossier_of_another_version_is_good_where_no_byte_changed(of_another_version):
    verdict = verdict_of(of_another_version)
    assert verdict.is_good
    assert any("unchanged since Cerulean 0.1.9 printed it" in sentence for sentence in verdict.told)


def test_any_flipped_bit_breaks_the_seal(of_another_version):
    rng = random.Random(19005)
    data = bytearray(of_another_version.read_bytes())
    for _ in range(FLIPS):
        place, bit = rng.randrange(len(data)), 1 << rng.randrange(8)
        data[place] ^= bit
        found = seal.seal_of(bytes(data))
        assert found is None or not found.is_whole or found.length < len(data), place
        data[place] ^= bit


@pytest.mark.parametrize("part", [0.02, 0.5, 0.97, 0.9995])
def test_a_changed_byte_of_a_dossier_of_another_version_is_found(of_another_version, tmp_path, part):
    data = bytearray(of_another_version.read_bytes())
    data[int(len(data) * part)] ^= 1
    assert is_found(tmp_path / "x.pdf", bytes(data))


def test_bytes_after_the_end_of_a_dossier_of_another_version_are_found(of_another_version, tmp_path):
    (tmp_path / "x.pdf").write_bytes(of_another_version.read_bytes() + b"% more\n")
    assert "appended" in verdict_of(tmp_path / "x.pdf").faults.changed[0]


def test_a_broken_seal_is_told(of_another_version, tmp_path):
    changed = of_another_version.read_bytes().replace(b"Cerulean 0.1.9", b"Cerulean 0.1.8")
    (tmp_path / "x.pdf").write_bytes(changed)
    assert any("seal is broken" in sentence for sentence in verdict_of(tmp_path / "x.pdf").told)
