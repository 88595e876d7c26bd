"""Word opens every document: each holds to the Open XML schemas, pictures and all."""

import zipfile

import pytest

from mainstream_cli.documents.kinds import DOCUMENTS


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    """All documents of the sample sandoria, with their pictures, as ``report`` writes them."""
    from mainstream_cli import cli

    folder = tmp_path_factory.mktemp("open_xml") / "sandoria"
    assert cli.run(["init", str(folder), "--sample", "sandoria"]) == 0
    assert cli.run(["report", "--project", str(folder)]) == 0
    return folder / "reports"


@pytest.fixture(scope="module")
def validator():
    """Read the schemas once, and only by the process that runs these tests."""
    from openxml_audit import OpenXmlValidator
    from openxml_audit.schema.validator import SchemaValidator

    judge, sound = SchemaValidator._validate_content_model, {}

    def judge_once(self, model, children, context):
        """Remember which orders of children a model has let pass; thousands of paragraphs and rows have the same."""
        key = (id(model), context.file_format, tuple(each.tag for each in children))
        if key not in sound:
            before = len(context.errors)
            judge(self, model, children, context)
            if len(context.errors) == before:
                sound[key] = model  # which keeps its id its own

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SchemaValidator, "_validate_content_model", judge_once)
        yield OpenXmlValidator()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_holds_to_the_open_xml_schemas(name, reports, validator):
    """A validator of the Open XML standard finds no error in a document."""
    result = validator.validate(reports / f"{name}.docx")
    assert [str(each) for each in result.errors] == []


def test_the_validator_notices_a_broken_document(reports, validator, tmp_path):
    """An element at a place where the schema has none is found, so that silence means something."""
    broken = tmp_path / "broken.docx"
    with zipfile.ZipFile(reports / "cabinet_note.docx") as whole, zipfile.ZipFile(broken, "w") as target:
        for part in whole.namelist():
            content = whole.read(part)
            if part == "word/document.xml":
                content = content.replace(b"<w:p>", b"<w:p><w:tblGrid/>", 1)
            target.writestr(part, content)
    assert validator.validate(broken).errors
