using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.OpenApi.Tests;

/// <summary>Files: parts of a body, and a body of bytes.</summary>
[TestClass]
public sealed class PartTests
{
    [TestMethod]
    public async Task Parts_are_files_json_and_texts_as_the_document_says()
    {
        var seen = await ImportedCall.Of("parts.yaml", "add_photo", """
            {"photo": "YQ==", "photo_name": "a.png", "more": ["Yg==", "Yw=="], "more_names": ["b.png", "c.png"], "raw": "ZA==", "pages": "ZQ==", "pages_name": "e.tif", "pages_type": "image/tiff",
             "caption": "At sea", "tags": ["x", "y"], "place": {"city": "Kiel"}, "note": "*n*", "list": "l", "joined": ["p", "q"]}
            """);
        Assert.AreEqual("POST /photos", $"{seen.Method} {seen.Target}");
        CollectionAssert.AreEquivalent(
            new[]
            {
                "photo [a.png] image/png a", "more [b.png] application/octet-stream b", "more [c.png] application/octet-stream c", "raw [raw] application/octet-stream d", "pages [e.tif] image/tiff e",
                "caption = At sea", "tags = x", "tags = y", "place [] application/json {\"city\":\"Kiel\"}", "note [] text/markdown *n*", "list [] application/json \"l\"", "joined = p,q",
            },
            StrictMultipart.Read(seen.Header("Content-Type"), seen.Body).Select(part => part.ToString()).ToList());
    }

    [TestMethod]
    public async Task What_is_not_given_is_no_part()
    {
        var seen = await ImportedCall.Of("parts.yaml", "add_photo", """{"photo": "YQ=="}""");
        Assert.AreEqual("photo [photo] image/png a", StrictMultipart.Read(seen.Header("Content-Type"), seen.Body).Single().ToString());
    }

    [TestMethod]
    [DataRow("parts.yaml", "replace_photo", """{"id": 7, "body": "/wA="}""", "PUT /photos/7", "image/png")]
    [DataRow("parts.yaml", "put_thing", """{"id": 7, "body": "/wA=", "content_type": "image/gif"}""", "PUT /things/7", "image/gif")]
    public async Task A_body_of_bytes_is_one_input(string file, string tool, string arguments, string request, string type)
    {
        var seen = await ImportedCall.Of(file, tool, arguments);
        Assert.AreEqual((request, type), ($"{seen.Method} {seen.Target}", seen.Header("Content-Type")));
        CollectionAssert.AreEqual(new byte[] { 0xff, 0 }, seen.Body);
    }

    [TestMethod]
    public async Task A_file_of_Swagger_is_a_part()
    {
        var seen = await ImportedCall.Of("swagger.json", "upload", """{"file": "YQ==", "file_name": "a.txt", "note": "n"}""");
        Assert.AreEqual("file [a.txt] application/octet-stream a|note = n", string.Join("|", StrictMultipart.Read(seen.Header("Content-Type"), seen.Body)));
    }

    [TestMethod]
    [DataRow("POST /related", "a body of the type multipart/related cannot be written")]
    [DataRow("POST /history", "its field `days` cannot be sent: a list of objects, each a part of its own, cannot be written")]
    [DataRow("POST /quoted", "its name cannot stand in the head of a part")]
    public void What_parts_cannot_say_is_a_finding(string operation, string why)
    {
        var result = ImportedCall.Import("parts.yaml");
        Assert.HasCount(1, result.Findings.Where(finding => finding.Id == "TG0210" && finding.Message.Contains(operation, System.StringComparison.Ordinal) && finding.Message.Contains(why, System.StringComparison.Ordinal)).ToList(), string.Join("\n", result.Findings));
    }

    [TestMethod]
    public void An_optional_part_that_cannot_be_said_is_left_out_with_a_warning() =>
        Assert.IsTrue(ImportedCall.Import("parts.yaml").Findings.Any(finding => finding.Id == "TG0211" && finding.Message.Contains("history", System.StringComparison.Ordinal)));

    [TestMethod]
    public void A_type_of_several_is_a_choice()
    {
        var input = JsonNode.Parse(ImportedCall.Import("parts.yaml").Tools.Single(tool => tool.Name == "add_photo").Text)!["inputSchema"]!;
        Assert.AreEqual("""["application/pdf","image/tiff"]""", input["properties"]!["pages_type"]!["enum"]!.ToJsonString());
        Assert.AreEqual("""["photo"]""", input["required"]!.ToJsonString());
    }
}
