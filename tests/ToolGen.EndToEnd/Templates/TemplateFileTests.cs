using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.EndToEnd.Templates;

/// <summary>The files of the templates, as they stand: <c>dotnet new install</c> takes a wrong one without an error.</summary>
[TestClass]
public sealed class TemplateFileTests
{
    private static IEnumerable<object[]> Templates => TemplateFile.All.Select(template => new object[] { template.ToString() });

    [TestMethod]
    public void There_is_one_of_an_agent_one_of_tests_and_one_of_each_kind() => CollectionAssert.AreEquivalent(
        new[] { "toolgen-agent", "toolgen-tests", "toolgen-http", "toolgen-transform", "toolgen-file", "toolgen-sql", "toolgen-compose", "toolgen-code", "toolgen-kind" },
        TemplateFile.All.Select(template => template.ShortName).ToArray());

    [TestMethod]
    [DynamicData(nameof(Templates))]
    public void A_template_is_named_as_its_folder_and_says_what_it_is(string folder)
    {
        var template = Named(folder);

        Assert.AreEqual(folder, template.ShortName);
        Assert.HasCount(1, TemplateFile.All.Where(other => other.Json["identity"]!.ToString() == template.Json["identity"]!.ToString()));
        foreach (var member in new[] { "author", "name", "description", "identity", "groupIdentity", "defaultName" }) Assert.IsFalse(string.IsNullOrWhiteSpace(template.Json[member]?.ToString()), member);
        Assert.AreEqual("C#", template.Json["tags"]!["language"]!.ToString());
        Assert.AreEqual(template.IsItem ? "CSharp" : null, template.Json["constraints"]?["project"]?["args"]?.ToString(), "an item is made inside a project only");
        foreach (var output in template.Json["primaryOutputs"]!.AsArray()) Assert.IsTrue(IsThere(template, output!["path"]!.ToString()), output.ToJsonString());
    }

    [TestMethod]
    [DynamicData(nameof(Templates))]
    public void Each_parameter_has_a_long_and_a_short_name_of_its_own_and_a_help_text(string folder)
    {
        var template = Named(folder);
        var names = template.Beside("dotnetcli.host.json")["symbolInfo"]!.AsObject();

        CollectionAssert.AreEquivalent(template.Parameters.Keys.ToArray(), names.Select(symbol => symbol.Key).ToArray());
        CollectionAssert.AreEquivalent(template.Parameters.Keys.ToArray(), template.Beside("ide.host.json")["symbolInfo"]!.AsArray().Select(symbol => symbol!["id"]!.ToString()).ToArray());
        foreach (var (parameter, name) in names)
        {
            StringAssert.Matches(name!["longName"]!.ToString(), new Regex("^[a-z]+(-[a-z]+)*$"), parameter);
            StringAssert.Matches(name["shortName"]!.ToString(), new Regex("^[a-z]+$"), parameter);
            Assert.AreNotEqual(name["longName"]!.ToString(), name["shortName"]!.ToString(), "one of two equal names is dropped");
        }

        CollectionAssert.AllItemsAreUnique(names.Select(name => name.Value!["shortName"]!.ToString()).ToArray());
    }

    [TestMethod]
    [DynamicData(nameof(Templates))]
    public void German_and_Japanese_say_all_that_English_says(string folder)
    {
        var template = Named(folder);
        var english = Texts(template.Json).ToArray();

        foreach (var language in new[] { "de", "ja" })
        {
            var texts = template.Beside($"localize/templatestrings.{language}.json");
            CollectionAssert.AreEquivalent(english, texts.Select(text => text.Key).ToArray(), language);
            foreach (var (key, text) in texts) Assert.IsFalse(string.IsNullOrWhiteSpace(text?.ToString()), key);
        }
    }

    [TestMethod]
    [DynamicData(nameof(Templates))]
    public void Text_that_a_user_gives_enters_JSON_and_XML_encoded(string folder)
    {
        foreach (var (name, parameter) in Named(folder).Parameters)
        {
            if (parameter["datatype"]!.ToString() != "text" || parameter["replaces"] is null) continue;
            var forms = parameter["forms"]!["global"]!;
            Assert.IsFalse(forms["addIdentity"]!.GetValue<bool>(), name);
            Assert.Contains(forms["forms"]![0]!.ToString(), new[] { "jsonText", "xml" }, name);
        }
    }

    // The keys of a file of texts, as the template engine spells them.
    private static IEnumerable<string> Texts(JsonObject template)
    {
        foreach (var member in new[] { "author", "name", "description" }) yield return member;
        foreach (var (name, symbol) in template["symbols"]!.AsObject())
        {
            foreach (var member in new[] { "displayName", "description" })
                if (symbol![member] is not null) yield return $"symbols/{name}/{member}";
            foreach (var choice in symbol!["choices"]?.AsArray() ?? [])
                if (choice!["description"] is not null) yield return $"symbols/{name}/choices/{choice["choice"]}/description";
        }

        foreach (var action in template["postActions"]!.AsArray())
        {
            yield return $"postActions/{action!["id"]}/description";
            foreach (var step in action["manualInstructions"]!.AsArray()) yield return $"postActions/{action["id"]}/manualInstructions/{step!["id"]?.ToString() ?? "default"}/text";
        }
    }

    // The tests of an agent come from toolgen-tests when the pack is made.
    private static bool IsThere(TemplateFile template, string path) =>
        File.Exists(Path.Combine(template.Folder, path)) || (path.StartsWith("tests/", System.StringComparison.Ordinal) && File.Exists(Path.Combine(TemplateFile.Content, "toolgen-tests", path["tests/".Length..])));

    private static TemplateFile Named(string folder) => TemplateFile.All.Single(template => template.ToString() == folder);
}
