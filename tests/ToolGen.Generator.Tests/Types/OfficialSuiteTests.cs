using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Schemas;
using ToolGen.TestSupport;
using ToolGen.TestSupport.Schemas;

namespace ToolGen.Generator.Tests.Types;

/// <summary>The official JSON-Schema-Test-Suite through generated C#, which must say what the interpreter says.</summary>
[TestClass]
public sealed class OfficialSuiteTests
{
    [TestMethod]
    public async Task Generated_code_agrees_with_every_required_test()
    {
        var suite = Suite();
        var run = await PrintedSuite.RunAsync(suite.Required, SchemaOptions.Standard with { Documents = suite.Remotes });
        Assert.HasCount(0, run.Refused);
        Assert.HasCount(1_299, run.Answers);
        Assert.IsEmpty(run.Answers.Where(answer => answer.Printed != answer.Test.IsValid).ToArray());
    }

    [TestMethod, TestCategory("full")]
    public async Task Generated_code_agrees_with_the_interpreter_by_the_rules_of_specs()
    {
        var run = await PrintedSuite.RunAsync(Suite().Required, SchemaOptions.Specs);
        Assert.IsGreaterThanOrEqualTo(1_238, run.Answers.Count);
        Assert.IsEmpty(Differences(run));
    }

    [TestMethod]
    public async Task Generated_code_agrees_with_the_interpreter_on_asserted_formats()
    {
        var suite = Suite();
        var run = await PrintedSuite.RunAsync(suite.Cases("optional/format"), SchemaOptions.Standard with { AssertsFormats = true });
        Assert.IsGreaterThanOrEqualTo(764, run.Answers.Count);

        // A leap second, and what else a C# type cannot hold, is refused though the format has it (SPEC §2).
        Assert.IsEmpty(Differences(run).Where(answer => !answer.Message.Contains("cannot hold", System.StringComparison.Ordinal)).ToArray());
    }

    private static SchemaSuite Suite() => new(SharedData.Require("data", "json-schema-test-suite"));

    private static PrintedAnswer[] Differences(PrintedRun run) => run.Answers.Where(answer => answer.Printed != answer.Interpreted).ToArray();
}
