using System.IO;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Fixes;
using ToolGen.Specification.Json;
using ToolGen.TestSupport;

namespace ToolGen.Specification.Tests.Fixes;

[TestClass]
public sealed class SpecFormatterTests
{
    [TestMethod]
    public void Layout_changes_and_nothing_else()
    {
        foreach (var path in Directory.GetFiles(SharedData.Require("specs"), "*.tool.json"))
        {
            var given = new SourceText(path, File.ReadAllText(path));
            var once = SpecFormatter.Format(given).Text;
            Assert.AreEqual(JsonWriter.Canonical(JsonReader.Read(given).Root!), JsonWriter.Canonical(JsonReader.Read(once).Root!), path);
            Assert.AreSame(once, SpecFormatter.Format(once).Text, path);
        }
    }

    [TestMethod]
    public void Short_things_stand_on_one_line_and_members_keep_their_order()
    {
        var result = SpecFormatter.Format(new("a.tool.json", "{\"z\":{\"type\":\"string\"},\"a\":[1,2.50,\"\\u00e9\"]}"));
        Assert.AreEqual("{\n  \"z\": { \"type\": \"string\" },\n  \"a\": [1, 2.50, \"é\"]\n}\n", result.Text.Text);
    }

    [TestMethod]
    public void A_file_with_a_comment_is_left_alone()
    {
        var given = new SourceText("a.tool.json", "{ /* why */ \"a\": 1 }");
        var result = SpecFormatter.Format(given);
        Assert.AreSame(given, result.Text);
        Assert.AreEqual("TG0007", result.Findings[0].Id);
    }
}
