using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Findings;

namespace ToolGen.Effects.Tests.Binding;

/// <summary>What is not bound is refused, and the refusal shows what to write: that it is read back, and that with it the same thing is granted.</summary>
[TestClass]
public sealed class GrantLineTests
{
    private const string Before = "add to toolgen.json ";

    private static readonly string[] Capabilities =
        ["read data/**", "write out/**", "sql shop read", "sql stock write", "secret rates-key2", "http POST http://127.0.0.1/v1/*", "http GET https://api.example/**"];

    [TestMethod]
    public async Task Every_refusal_shows_a_line_that_is_read_and_grants_what_was_refused()
    {
        await using var effects = new ToolEffects(Grants.None);
        var context = effects.For(new StubTool(Capabilities));
        ToolException[] refusals =
        [
            Assert.ThrowsExactly<ToolException>(() => context.Files.OpenRead("data/a.csv")),
            Assert.ThrowsExactly<ToolException>(() => context.Files.BeginWrite().Create("out/a.csv")),
            await Assert.ThrowsExactlyAsync<ToolException>(async () => await context.Data.OpenAsync("shop")),
            await Assert.ThrowsExactlyAsync<ToolException>(async () => await context.Data.OpenAsync("stock", writes: true)),
            await Assert.ThrowsExactlyAsync<ToolException>(async () => await context.Secrets.HmacSha256("rates-key2", "text")),
            await Assert.ThrowsExactlyAsync<ToolException>(async () => await context.Http.SendAsync(new("POST", "http://127.0.0.1/v1/x"))),
            await Assert.ThrowsExactlyAsync<ToolException>(async () => await context.Http.SendAsync(new("GET", "https://api.example/v1/x"))),
        ];
        for (var i = 0; i < refusals.Length; i++)
        {
            Assert.AreEqual(ToolErrorCodes.Denied, refusals[i].Code, refusals[i].Message);
            var granted = Read(refusals[i].Message.Split(Before)[1]);
            Assert.IsEmpty(MissingGrant.Of(granted, [Capabilities[i]]), refusals[i].Message);
        }
    }

    [TestMethod]
    public void What_check_shows_is_read_too()
    {
        foreach (var capability in Capabilities)
        {
            var missing = MissingGrant.Of(Grants.None, [capability]).Single();
            Assert.IsEmpty(MissingGrant.Of(Read(missing.Line), [capability]), missing.Line);
        }
    }

    [TestMethod]
    [DataRow("[\"https://a.example\"]", "http GET https://a.example/v1", "http POST https://a.example/v2")]
    [DataRow("[]", "http GET https://a.example/v1", "http GET https://b.example/v1")]
    [DataRow("[]", "http GET https://*.example/v1")]
    [DataRow("[]")]
    public void A_secret_goes_to_the_only_server_of_a_tool(string origins, params string[] requests)
    {
        var missing = MissingGrant.Of(Grants.None, ["secret key", .. requests]);
        Assert.AreEqual("{\"secrets\": {\"key\": {\"env\": \"KEY\", \"origins\": " + origins + "}}}", missing[0].Line);
    }

    [TestMethod]
    [DataRow("[]", true, "signatures only")]
    [DataRow("[\"https://b.example\"]", true, "https://b.example")]
    [DataRow("[\"https://a.example\"]", true, null)]
    [DataRow("[]", false, null)]
    public void A_secret_that_is_sent_wants_the_origin_that_it_goes_to(string origins, bool sends, string? allowed)
    {
        var grants = Read($$"""{"secrets": {"key": {"env": "MY_KEY", "origins": {{origins}} } }, "http": {"allow": [{"origin": "https://a.example"}] } }""");
        var missing = MissingGrant.Of(grants, ["secret key", "http GET https://a.example/v1"], sends).SingleOrDefault();
        Assert.AreEqual(allowed, missing?.Allowed);
        if (missing is not null) Assert.AreEqual("""{"secrets": {"key": {"env": "MY_KEY", "origins": ["https://a.example"]}}}""", missing.Line);
    }

    [TestMethod]
    public void What_is_bound_with_less_access_is_told_with_the_whole_of_it()
    {
        var grants = Read("""{"folders": {"data": {"path": "…"}}}""");
        var missing = MissingGrant.Of(grants, ["write data/**"]).Single();
        Assert.AreEqual("""read {"folders": {"data": {"path": "…", "access": "readwrite"}}}""", $"{missing.Allowed} {missing.Line}");
    }

    /// <summary>A whole grants file; what only a host knows is filled in.</summary>
    private static Grants Read(string text)
    {
        var folder = Directory.CreateTempSubdirectory("toolgen grants ").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "below"));
        var read = GrantsFile.Read(Path.Combine(folder, "toolgen.json"), Encoding.UTF8.GetBytes(text.Replace("…", "below", System.StringComparison.Ordinal)));
        Directory.Delete(folder, recursive: true);
        Assert.IsEmpty(read.Findings.Where(finding => finding.Severity == FindingSeverity.Error), text + "\n" + string.Join("\n", read.Findings));
        return read.Require();
    }
}
