using System;
using System.IO;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.EndToEnd;

/// <summary>Promise 5: generated code and contract trim and compile ahead of time without a warning, and the tools answer.</summary>
[TestClass]
public sealed class PublishTests
{
    [TestMethod]
    [DataRow("trimmed", "<PublishTrimmed>true</PublishTrimmed><SelfContained>true</SelfContained>")]
    [DataRow("native", "<PublishAot>true</PublishAot>")]
    public async Task Ten_specs_methods_and_a_kind_of_the_project_publish_without_a_warning_and_answer(string how, string properties)
    {
        var consumer = await Consumer.Create("publish " + how);
        // Warnings are errors in these projects; trim and AOT warnings one by one, not one an assembly.
        consumer.Project(
                "Ten",
                consumer.Reference,
                $"<TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><TrimmerSingleWarn>false</TrimmerSingleWarn><InvariantGlobalization>true</InvariantGlobalization>{properties}")
            .WithSpecs("Ten", RealSpecs.Ten)
            .Write("Ten/Program.cs", RealSpecs.Program("Ten.Tools.Catalog.Tools"))
            .Write("Ten/Hand.cs", HandWritten.Source)
            .WithOwnKind("Ten")
            .Write("calls.json", HandWritten.AndCalls(RealSpecs.CallFile(RealSpecs.Ten)));

        var output = await Dotnet.Run(
            consumer.Folder, consumer.Environment(("NUGET_PACKAGES", PackedFeed.PlainPackages)), "publish", "Ten", "-c", "Release", "--use-current-runtime", "-o", consumer.PathOf("published"));

        Assert.DoesNotContain("warning", output, StringComparison.OrdinalIgnoreCase);
        Assert.IsTrue(File.Exists(consumer.PathOf("published", "tools.json")));
        var program = consumer.PathOf("published", OperatingSystem.IsWindows() ? "Ten.exe" : "Ten");
        var printed = await Dotnet.RunProgram(program, consumer.PathOf("calls.json"));
        RealSpecs.AssertAnswers(printed, RealSpecs.Ten);
        HandWritten.AssertAnswers(printed);
    }
}
