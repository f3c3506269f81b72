using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Analyzers.Rules.Authority;
using ToolGen.CodeFixes.Rules.Authority;

namespace ToolGen.Analyzers.Tests.Rules.Authority;

/// <summary>What a tool takes from the machine, however it comes by it.</summary>
[TestClass]
public sealed class AuthorityRuleTests
{
    private const string Ambient = """
        public static class Tools
        {
            [Tool]
            public static string Now(int sides, ToolContext context)
            {
                Console.WriteLine("rolling");
                Console.Error.WriteLine("still");
                var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
                var isLate = DateTime.UtcNow.Year > 2000 && DateTimeOffset.UtcNow > DateTimeOffset.UnixEpoch;
                var rolled = Random.Shared.Next(sides) + new Random().Next(1);
                return $"{berlin.Id} {isLate} {rolled}";
            }
        }
        """;

    [TestMethod]
    [DataRow("File.ReadAllText(\"a\")", "TG3130", "context.Files")]
    [DataRow("new StreamReader(\"a\").ReadToEnd()", "TG3130", "context.Files")]
    [DataRow("System.Xml.Linq.XDocument.Load(\"a.xml\").ToString()", "TG3130", "context.Files")]
    [DataRow("new HttpClient().GetStringAsync(\"https://a.example\").Result", "TG3131 TG3131", "context.Http.SendAsync")]
    [DataRow("System.Net.Dns.GetHostName()", "TG3131", "context.Http.SendAsync")]
    [DataRow("TimeProvider.System.GetUtcNow().ToString()", "TG3133", "context.Now")]
    [DataRow("Guid.NewGuid().ToString()", "TG3134", "context.Random")]
    [DataRow("Environment.GetEnvironmentVariable(\"A\") ?? \"\"", "TG3135", "context.Setting")]
    [DataRow("Console.ReadLine() ?? \"\"", "TG3136", "context.Log")]
    [DataRow("System.Diagnostics.Process.Start(\"a\").Id.ToString()", "TG3137 TG3137", "context.Tools.CallAsync")]
    [DataRow("Task.Run(() => \"\").Result", "TG3138", "context.Tools.CallAsync")]
    [DataRow("TimeZoneInfo.Local.Id", "TG3139", "context.Zone")]
    [DataRow("new[] { \"a\" }.Select(File.ReadAllText).First()", "TG3130", "context.Files")]
    [DataRow("Helper.Now()", "TG3133", "context.Now")]
    [DataRow("Helper.Started.ToString()", "TG3133", "context.Now")]
    [DataRow("new SystemTime().Now()", "TG3133", "context.Now")]
    [DataRow("((ITime)new SystemTime()).Now()", "TG3133", "context.Now")]
    public async Task What_goes_past_the_context_is_told_and_the_member_to_use_named(string value, string ids, string member)
    {
        var project = Tool(value);
        Assert.AreEqual(ids, await project.IdsAsync());
        StringAssert.Contains((await project.FindingsAsync())[0], $"Use `{member}`".Replace("Use `context.Tools.CallAsync`", "`context.Tools.CallAsync`"));
    }

    [TestMethod]
    [DataRow("context.Now.ToString()")]
    [DataRow("Path.Combine(\"a\", \"b\") + Path.GetExtension(\"a.b\")")]
    [DataRow("new DateTime(2025, 1, 1).AddDays(1).ToString() + Environment.NewLine")]
    [DataRow("new Random(7).Next().ToString()")]
    [DataRow("new StreamReader(context.Files.OpenRead(\"data/a\")).ReadToEnd()")]
    [DataRow("new FileNotFoundException(\"none\", \"a\").Message + nameof(File.ReadAllText)")]
    [DataRow("System.Xml.Linq.XDocument.Parse(\"<a/>\").ToString()")]
    public async Task What_only_computes_is_not(string value) => Assert.AreEqual("", await Tool(value).IdsAsync());

    [TestMethod]
    public async Task A_tool_of_another_stack_has_no_context_and_no_finding() =>
        Assert.AreEqual("", await ToolProject.Of(new AuthorityAnalyzer(), "public static class Tools { [McpServerTool] public static string F() => DateTime.UtcNow.ToString(); public static string G() => File.ReadAllText(\"a\"); }").IdsAsync());

    [TestMethod]
    public async Task The_context_at_hand_gives_time_chance_zones_and_the_log()
    {
        var before = ToolProject.Of(new AuthorityAnalyzer(), Ambient);
        Assert.AreEqual("TG3136 TG3136 TG3139 TG3133 TG3133 TG3134 TG3134", await before.IdsAsync());
        var after = await before.FixAllAsync(new ContextFix());

        Assert.AreEqual("", await after.IdsAsync(), after.Text);
        Assert.AreEqual("Europe/Berlin True 0", await before.RunAsync("Now", 1, new SystemToolContext()));
        Assert.AreEqual("Europe/Berlin True 0", await after.RunAsync("Now", 1, new SystemToolContext()));
    }

    private static ToolProject Tool(string value) => ToolProject.Of(new AuthorityAnalyzer(), $$"""
        public static class Tools { [Tool] public static string F(ToolContext context) => {{value}}; }
        public interface ITime { string Now(); }
        public sealed class SystemTime : ITime { public string Now() => DateTime.UtcNow.ToString("u"); }
        public static class Helper { public static readonly DateTime Started = DateTime.UtcNow; public static string Now() { string Inner() => DateTime.UtcNow.ToString("u"); return Inner(); } }
        """);
}
