using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Tests.Harness;
using ToolGen.Generator.Types;
using ToolGen.Specification.Findings;

namespace ToolGen.Generator.Tests.Types;

/// <summary>C# names of SPEC §2.</summary>
[TestClass]
public sealed class NameTests
{
    [TestMethod]
    [DataRow("html_url", "HtmlUrl")]
    [DataRow("temperature_2m", "Temperature2m")]
    [DataRow("2fast", "_2fast")]
    [DataRow("orderId", "OrderId")]
    [DataRow("HTMLPage", "HTMLPage")]
    [DataRow("a.b-c d", "ABCD")]
    [DataRow("größe", "Größe")]
    [DataRow("$", "_")]
    [DataRow("😀x", "X")]
    public void Pascal_splits_at_signs_and_keeps_the_rest(string name, string pascal) => Assert.AreEqual(pascal, CSharpNames.Pascal(name));

    [TestMethod]
    [DataRow("math", "Math_")]
    [DataRow("system", "System_")]
    [DataRow("catalog", "Catalog_")]
    [DataRow("check_iban", "CheckIban")]
    public void Class_that_would_hide_a_name_gets_an_underscore(string name, string className) => Assert.AreEqual(className, CSharpNames.ClassOf(name));

    [TestMethod]
    public void Types_are_named_for_their_properties_and_list_elements_get_Item() =>
        Assert.AreEqual("Input, Busy, SlotsItem, Owner, InputOwner, Output", Records(Specs.Code(
            """
            "busy": { "type": "object", "properties": { "x": { "type": "integer" } } },
            "slots": { "type": "array", "items": { "type": "object", "properties": { "owner": { "type": "object", "properties": { "a": { "type": "string" } } } } } },
            "owner": { "type": "object", "properties": { "b": { "type": "string" } } }
            """,
            "\"ok\": { \"type\": \"boolean\" }",
            "return new Output();")));

    [TestMethod]
    public void Definition_keeps_its_name_before_properties() =>
        Assert.AreEqual("Input, InputAddress, Address, Output", Records(Specs.Code(
            """ "address": { "type": "object", "properties": { "to": { "$ref": "#/$defs/address" } } } """,
            "\"ok\": { \"type\": \"boolean\" }",
            "return new Output();",
            definitions: """ "address": { "type": "object", "properties": { "city": { "type": "string" } } } """)));

    [TestMethod]
    public void Second_of_two_names_that_differ_in_case_gets_a_number_and_a_finding()
    {
        var generated = ToolSource.Generate(TestSpec.Read(Specs.Code("\"user_id\": { \"type\": \"string\" }, \"userId\": { \"type\": \"string\" }", "\"ok\": { \"type\": \"boolean\" }", "return new Output(input.UserId == input.UserId2);")), new GenerationOptions());
        Assert.IsFalse(generated.IsFallback);
        Assert.AreEqual("TG2002", generated.Findings.Single().Id);
    }

    [TestMethod]
    [DataRow("output", "Output_")]
    [DataRow("to_string", "ToString_")]
    [DataRow("get_hash_code", "GetHashCode_")]
    [DataRow("equals", "Equals_")]
    [DataRow("clone", "Clone_")]
    [DataRow("class", "Class")]
    public void Property_that_would_take_another_meaning_gets_an_underscore(string property, string member) =>
        Assert.IsNotNull(CompiledTool.Load(Specs.Code("", $"\"{property}\": {{ \"type\": \"integer\" }}", $"return new() {{ {member} = 1 }};")));

    private static string Records(string spec)
    {
        var read = TestSpec.Read(spec);
        var types = TypeBuilder.Build("Sample", [new("Input", read.Input, TypeRole.Input), new("Output", read.Output, TypeRole.Output)], new FindingSink(read.Source));
        return string.Join(", ", types.Records.Select(record => record.Name));
    }
}
