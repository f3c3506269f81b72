using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Schemas;
using ToolGen.TestSupport;
using ToolGen.TestSupport.Schemas;

namespace ToolGen.Specification.Tests.Schemas;

/// <summary>The official JSON-Schema-Test-Suite, draft 2020-12, by the interpreter.</summary>
[TestClass]
public sealed class OfficialSuiteTests
{
    [TestMethod]
    public void Agrees_with_every_required_test() => this.Judge("", SchemaOptions.Standard, 1_299, []);

    [TestMethod]
    public void Agrees_with_the_asserted_formats_but_for_IDNA_and_regexes_that_are_not_linear() =>
        this.Judge("optional/format", SchemaOptions.Standard with { AssertsFormats = true }, 524, ["\"xn--", "lookbehind", "backreference"], one => SchemaSuite.AssertedFormats.Contains(one.File));

    [TestMethod]
    public void Agrees_with_the_optional_tests_but_for_other_drafts() =>
        this.Judge("optional", SchemaOptions.Standard, 147, ["cross-draft", "dependencies-compatibility"]);

    private void Judge(string folder, SchemaOptions options, int atLeast, string[] known, Func<SuiteCase, bool>? isWanted = null)
    {
        var suite = new SchemaSuite(SharedData.Require("data", "json-schema-test-suite"));
        var failed = new List<string>();
        var passed = 0;
        foreach (var one in suite.Cases(folder).Where(one => isWanted is null || isWanted(one)))
        {
            var plan = one.Plan(options with { Documents = suite.Remotes }, out var findings);
            if (plan is null) failed.Add($"{one.File} · {one.Description}: {string.Join("; ", findings)}");
            foreach (var test in plan is null ? [] : one.Tests)
            {
                if (SchemaInterpreter.Check(plan!, test.Data).Count == 0 == test.IsValid) passed++;
                else failed.Add(one.Line(test));
            }
        }

        this.TestContext.WriteLine($"{passed} passed, {failed.Count} failed");
        var others = failed.Where(line => !known.Any(word => line.Contains(word, StringComparison.OrdinalIgnoreCase))).ToArray();
        Assert.IsEmpty(others, string.Join("\n", others));
        Assert.IsGreaterThanOrEqualTo(atLeast, passed);
    }

    public required TestContext TestContext { get; set; }
}
