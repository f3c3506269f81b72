using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Tests.Harness;

namespace ToolGen.Generator.Tests.Types;

/// <summary>Types by name (<c>x-type</c>): the same JSON, and C# that lets no two of them mix.</summary>
[TestClass]
public sealed class NominalTypeTests
{
    private const string Picture = """{"type": "string", "minLength": 2, "x-type": "picture"}""";
    private const string Sound = """{"type": "string", "x-type": "sound"}""";

    [TestMethod]
    public async Task Json_is_that_of_the_value_alone()
    {
        var tool = CompiledTool.Load(Specs.Code(
            $"\"p\": {Picture}, \"more\": {{\"type\": \"array\", \"items\": {Picture}}}, \"n\": {{\"type\": [\"integer\", \"null\"], \"x-type\": \"user id\"}}, \"d\": {{\"type\": \"string\", \"default\": \"none\", \"x-type\": \"sound\"}}",
            $"\"p\": {Picture}, \"all\": {{\"type\": \"array\", \"items\": {Picture}}}, \"n\": {{\"type\": \"integer\", \"x-type\": \"user id\"}}, \"text\": {{\"type\": \"string\"}}",
            "return new Output(input.P, input.More?.Append(Picture.Of(\"new\")).ToList() ?? [], new UserId(1 + (input.N.Value is { } id ? (long)id : 0L)), $\"{input.P} {input.D.Value}\");",
            "\"p\"", "\"p\", \"all\", \"n\", \"text\""));
        Assert.AreEqual("""{"p":"ab","all":["cd","new"],"n":8,"text":"ab none"}""", await tool.Answer("""{"p":"ab","more":["cd"],"n":7}"""));
        Assert.AreEqual("""{"p":"ab","all":[],"n":1,"text":"ab x"}""", await tool.Answer("""{"p":"ab","n":null,"d":"x"}"""));
        Assert.AreEqual("invalid_input /p; invalid_input /more/0", await tool.Answer("""{"p":"a","more":[3]}"""));
    }

    [TestMethod]
    [DataRow("return new Output(input.P);", "CS1503")]
    [DataRow("return new Output(\"raw\");", "CS1503")]
    [DataRow("string raw = input.P; return new Output(Sound.Of(raw));", "CS0266")]
    [DataRow("return new Output((Sound)input.P);", "CS0030")]
    [DataRow("return new Output(Sound.Of(input.P.Value));", "")]
    [DataRow("return new Output((Sound)(string)input.P);", "")]
    public void Types_of_different_names_do_not_mix(string body, string expected)
    {
        var generated = ToolSource.Generate(TestSpec.Read(Specs.Code($"\"p\": {Picture}", $"\"s\": {Sound}", body, "\"p\"", "\"s\"")), new GenerationOptions());
        Assert.AreEqual(expected, string.Join(" ", CompiledTool.Compile(generated).GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Id)));
    }

    [TestMethod]
    public void One_name_over_two_base_types_is_found()
    {
        var text = Specs.Code($"\"p\": {Picture}, \"q\": {{\"type\": \"integer\", \"x-type\": \"picture\"}}", "\"ok\": {\"type\": \"boolean\"}", "return new Output(true);");
        Assert.AreEqual("TG2272", ToolSource.Generate(TestSpec.Read(text), new GenerationOptions()).Findings.Single().Id);
        var other = Named("b", Specs.Code("\"q\": {\"type\": \"integer\", \"x-type\": \"picture\"}", "\"ok\": {\"type\": \"boolean\"}", "return new Output(true);"));
        var project = Project.Of([Named("a", Specs.Code($"\"p\": {Picture}", "\"ok\": {\"type\": \"boolean\"}", "return new Output(true);")), other]);
        Assert.AreEqual("TG2272 /src/tools/b.tool.json", string.Join("; ", project.Diagnostics.Where(d => d.Id == "TG2272").Select(d => $"{d.Id} {d.Location.GetLineSpan().Path}")));
    }

    [TestMethod]
    public void Later_of_two_names_that_give_one_class_gets_a_number()
    {
        var project = Project.Of(
            [Named("a", Echo("Image")), Named("b", Echo("image")), Named("image", Echo("sound"))], null,
            "class Uses { App.Tools.Types.Image A(App.Tools.A.Input input) => input.V; App.Tools.Types.Image2 B(App.Tools.B.Input input) => input.V; App.Tools.Types.Sound C(App.Tools.Image.Input input) => input.V; }");
        Assert.IsEmpty(project.Output.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning));
    }

    [TestMethod]
    public void Types_are_shared_in_an_assembly_and_with_those_it_refers_to()
    {
        var one = Project.Of([Named("draw", Echo("picture")), Named("frame", Echo("picture"))], null, "class Uses { App.Tools.Frame.Input Hand(App.Tools.Draw.Output o) => new(o.V); }");
        using var image = new MemoryStream();
        var emitted = one.Output.WithAssemblyName("first").Emit(image);
        Assert.IsTrue(emitted.Success, string.Join("\n", emitted.Diagnostics));
        var two = Project.Of(
            [Named("show", Echo("picture")), Named("play", Echo("sound"))], new Dictionary<string, string> { ["build_property.RootNamespace"] = "Second" }, [MetadataReference.CreateFromImage(image.ToArray())],
            "class Uses { Second.Tools.Show.Input Hand(App.Tools.Draw.Output o) => new(o.V); }");
        Assert.IsEmpty(two.Output.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning));
        CollectionAssert.AreEqual(new[] { "Sound" }, two.Output.Assembly.GetTypeByMetadataName("Second.Tools.Types.Sound")!.ContainingNamespace.GetTypeMembers().Select(type => type.Name).ToArray());
    }

    private static string Echo(string type) => Specs.Code($"\"v\": {{\"type\": \"string\", \"x-type\": \"{type}\"}}", $"\"v\": {{\"type\": \"string\", \"x-type\": \"{type}\"}}", "return new Output(input.V);", "\"v\"", "\"v\"");

    private static (string Path, string Text) Named(string name, string spec) => ($"/src/tools/{name}.tool.json", spec.Replace("\"sample\"", $"\"{name}\"", System.StringComparison.Ordinal));
}
