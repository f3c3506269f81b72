using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Kinds.Own;
using ToolGen.Generator.Tests.Harness;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;
using ToolGen.TestSupport;

namespace ToolGen.Generator.Tests.OwnKinds;

[TestClass]
public sealed class OwnKindTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "src/ToolGen.Generator/Kinds/Own/own.md"));
    private static readonly string Schema = Block("json", 0);
    private static readonly string Template = Block("scriban", 0);
    private static readonly string Spec = Block("json", 1);

    [TestMethod]
    public async Task The_page_s_kind_asks_a_GraphQL_server()
    {
        var tool = Load(Spec);
        var http = new Recorded("""{"data":{"repository":{"stargazerCount":7,"more":1}}}""");
        Assert.AreEqual("""{"stars":7}""", await tool.Answer("""{"owner":"dot\"net","name":"${x}"}""", http));
        Assert.AreEqual("""{"query":"query($o: String!, $n: String!) { repository(owner: $o, name: $n) { stargazerCount } }","variables":{"o":"dot\"net","n":"${x}"}}""", http.Body);
        Assert.AreEqual("github_token", http.Last!.Auth!.Secret);
        CollectionAssert.AreEqual(new[] { "http POST https://api.example/graphql", "secret github_token" }, tool.Descriptor.Capabilities.ToArray());
        Assert.AreEqual("not_found", await tool.Answer("""{"owner":"a","name":"b"}""", new Recorded("""{"data":{"repository":null}}""")));
        Assert.AreEqual("rejected", await tool.Answer("""{"owner":"a","name":"b"}""", new Recorded("""{"errors":[{"message":"no"}]}""")));
        Assert.AreEqual("bad_data", await tool.Answer("""{"owner":"a","name":"b"}""", new Recorded("""{"data":{"repository":{"stargazerCount":"many"}}}""")));
    }

    [TestMethod]
    public void A_project_builds_its_own_kind_and_an_edit_of_the_template_reaches_its_tools()
    {
        var project = Project.Of([("/src/a/repository_stars.tool.json", Spec), ("/src/kinds/graphql.tool.sbn", Template), ("/src/kinds/graphql.tool.schema.json", Schema)]);
        Assert.IsEmpty(project.Diagnostics.Concat(project.Output.GetDiagnostics()).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).ToArray());
        var edited = project.Edit("/src/kinds/graphql.tool.sbn", Template.Replace("the server answered", "it answered", StringComparison.Ordinal));
        StringAssert.Contains(string.Concat(edited.Result.GeneratedSources.Select(source => source.SourceText.ToString())), "it answered");
    }

    [TestMethod]
    [DataRow("\"graphql\"", "\"soap\"", "TG2330")]
    [DataRow("\"endpoint\": \"https:", "\"endpoint\": \"http:", "TG2331")]
    [DataRow("\"endpoint\": \"https://api.example/graphql\"", "\"endpoint\": 5", "TG2331")]
    [DataRow("\"token\": \"github_token\"", "\"tokken\": \"github_token\"", "TG2331")]
    [DataRow("\"{owner}\"", "\"{ovner}\"", "TG2122")]
    [DataRow("data.Repository is null", "data.Repository is null) throw new Exception(); if (true", "TG2109")]
    [DataRow("data.Repository is null", "System.IO.File.Exists(\\\"/etc/passwd\\\")", "TG2113")]
    public void What_the_schema_or_the_gate_refuses_is_a_finding_in_the_spec(string from, string to, string id)
    {
        var generated = Generate(Spec.Replace(from, to, StringComparison.Ordinal));
        Assert.IsTrue(generated.IsFallback);
        CollectionAssert.Contains(generated.Findings.Select(finding => finding.Id).ToArray(), id, string.Join("\n", generated.Findings));
        Assert.IsFalse(generated.Findings.Any(finding => finding.Id == "TG9001"));
    }

    [TestMethod]
    [DataRow("{{ m.Feilds.query }}")]
    [DataRow("{{ for i in 1..2000000 }}x{{ end }}")]
    [DataRow("{{ while true }}{{ end }}")]
    [DataRow("{{ func f }}{{ f }}{{ end }}{{ f }}")]
    [DataRow("{{ include 'other' }}")]
    [DataRow("{{ date.now }}")]
    [DataRow("{{ if }}")]
    [DataRow("{{ for i in 1..900000 }}aaaaaaaaaaaaaaaa{{ end }}")]
    public void A_template_that_fails_or_does_not_end_is_a_finding(string template)
    {
        var generated = Generate(Spec, template: template);
        Assert.AreEqual("TG2332", string.Join(" ", generated.Findings.Select(finding => finding.Id)));
    }

    [TestMethod]
    [DataRow("{ \"type\": 5 }")]
    [DataRow("[]")]
    [DataRow("{")]
    public void A_schema_that_is_none_is_a_finding(string schema) =>
        Assert.AreEqual("TG2332", string.Join(" ", Generate(Spec, schema: schema).Findings.Select(finding => finding.Id)));

    [TestMethod]
    public async Task No_text_of_a_spec_leaves_its_literal()
    {
        foreach (var hostile in new[] { "\"); throw new System.Exception(\"", "\\\"", "\n#line 1 \"x\"\n", "{{ m.Name }}", "*/ }", "{{{{", "$\"{1}\"" })
        {
            var spec = Spec.Replace("query($o: String!, $n: String!) { repository(owner: $o, name: $n) { stargazerCount } }", JsonWriter.Quote(hostile)[1..^1], StringComparison.Ordinal);
            var http = new Recorded("""{"data":{"repository":{"stargazerCount":7}}}""");
            Assert.AreEqual("""{"stars":7}""", await Load(spec).Answer("""{"owner":"a","name":"b"}""", http), hostile);
            Assert.AreEqual(hostile, System.Text.Json.JsonDocument.Parse(http.Body).RootElement.GetProperty("query").GetString());
        }
    }

    private static GeneratedTool Generate(string spec, string? template = null, string? schema = null)
    {
        var reading = SpecReader.Read(new SourceText("repository_stars.tool.json", spec));
        Assert.IsNotNull(reading.Spec, string.Join("\n", reading.Findings));
        return ToolSource.Generate(reading.Spec, new GenerationOptions { Kinds = new(new OwnKindDefinition("graphql", template ?? Template, schema ?? Schema, "graphql.tool.sbn")) });
    }

    private static Tool Load(string spec) => CompiledTool.Load(Generate(spec));

    private static string Block(string language, int index) => Page.Split($"```{language}\n")[index + 1].Split("```")[0];

    /// <summary>A server that answers always the same.</summary>
    private sealed class Recorded(string answer) : ToolContext, IToolHttp
    {
        public ToolHttpRequest? Last { get; private set; }

        public string Body => Encoding.UTF8.GetString(this.Last!.Body!.Value.Span);

        public override DateTimeOffset Now => default;

        public override Random Random => Random.Shared;

        public override IToolHttp Http => this;

        public ValueTask<ToolHttpResponse> SendAsync(ToolHttpRequest request, CancellationToken cancellationToken = default)
        {
            this.Last = request;
            return new(new ToolHttpResponse(200, request.Url, [], Encoding.UTF8.GetBytes(answer)));
        }

        public override void Log(string message)
        {
        }
    }
}
