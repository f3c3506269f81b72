using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Hosting.Tests;

[TestClass]
public sealed class ServicesTests
{
    [TestMethod]
    public async Task An_application_gets_a_host_with_its_grants_its_options_and_its_parts()
    {
        var recorder = new MemoryRecorder();
        var services = new ServiceCollection();
        services.AddSingleton<ICallRecorder>(recorder);
        services.AddToolGen(Configuration("""{ "ToolGen": { "settings": { "region": "eu" } }, "ToolHost": { "maximumCalls": 5, "rules": [{ "verdict": "deny", "tools": "no_*", "callers": "x*" }] } }"""))
            .AddCatalog(new ToolCatalog(new StubTool("region", static (context, _) => new(ToolResult.Success(Encoding.UTF8.GetBytes(context.Setting("region"))))), StubTool.Of("no_thing")));
        await using var provider = services.BuildServiceProvider();
        var host = provider.GetRequiredService<IToolHost>();
        Assert.AreEqual("eu", Encoding.UTF8.GetString((await host.CallAsync("region", default, ToolCaller.Application)).Output.Span));
        Assert.IsTrue((await host.CallAsync("no_thing", default, new("xenia"))).IsError);
        Assert.HasCount(2, recorder.Records);
    }

    [TestMethod]
    [DataRow("""{ "ToolGen": { "folders": { "all": { "path": "/" } } } }""", "TG6007")]
    [DataRow("""{ "ToolHost": { "maximumCall": 5 } }""", "the configuration ToolHost:maximumCall is not known")]
    [DataRow("""{ "ToolHost": { "maximumCalls": 0 } }""", "ToolHost:maximumCalls is a whole number from 1")]
    [DataRow("""{ "ToolHost": { "rules": [{ "tools": "a" }] } }""", "ToolHost:rules:0 wants a verdict")]
    [DataRow("""{ "ToolHost": { "rules": [{ "verdict": "2" }] } }""", "ToolHost:rules:0 wants a verdict")]
    [DataRow("""{ "ToolHost": { "rules": [{ "verdict": "deny", "tool": "a" }] } }""", "ToolHost:rules:0:tool is not known")]
    public void What_is_configured_wrongly_starts_nothing(string configuration, string message)
    {
        var error = Assert.Throws<Exception>(() => new ServiceCollection().AddToolGen(Configuration(configuration)));
        StringAssert.Contains(error.Message, message);
    }

    [TestMethod]
    public async Task Health_tells_what_is_not_granted_and_that_nothing_is_recorded()
    {
        var recorder = new MemoryRecorder();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<ICallRecorder>(recorder);
        services.AddToolGen(Configuration("{}")).AddCatalog(new ToolCatalog(StubTool.Of("save", "1.0.0", "write out/**")));
        services.AddHealthChecks().AddToolGen();
        await using var provider = services.BuildServiceProvider();
        var health = provider.GetRequiredService<HealthCheckService>();
        var report = await health.CheckHealthAsync();
        Assert.AreEqual((HealthStatus.Healthy, HealthStatus.Degraded), (report.Entries["toolgen-records"].Status, report.Entries["toolgen-grants"].Status));
        StringAssert.Contains(report.Entries["toolgen-grants"].Description, "save needs to write the folder out: add {\"folders\"");
        recorder.Fault = "the disk is full";
        Assert.AreEqual(HealthStatus.Unhealthy, (await health.CheckHealthAsync()).Entries["toolgen-records"].Status);
    }

    private static IConfiguration Configuration(string json) => new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build();
}
