using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.CodeFixes.Rules;
using ToolGen.TestSupport;

namespace ToolGen.Analyzers.Tests.Rules;

/// <summary>No fix comes without a test that runs the program as it was and as the fix left it.</summary>
[TestClass]
public sealed class EveryFixTests
{
    private static readonly CodeFixProvider[] Fixes =
        [.. typeof(NodeFix).Assembly.GetTypes().Where(type => type.GetCustomAttribute<ExportCodeFixProviderAttribute>() is not null).Select(type => (CodeFixProvider)Activator.CreateInstance(type)!)];

    [TestMethod]
    public void Each_fix_has_a_test_that_runs_what_it_wrote_for_each_finding_that_it_mends()
    {
        var folder = Path.Combine(Repository.Root, "tests", "ToolGen.Analyzers.Tests", "Rules");
        var executed = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories).SelectMany(file => Executed(File.ReadAllText(file))).ToArray();

        Assert.IsGreaterThan(10, Fixes.Length);
        var missing = Fixes.SelectMany(fix => fix.FixableDiagnosticIds.Select(id => (Fix: fix.GetType().Name, Id: id, IsOnly: fix.FixableDiagnosticIds.Length == 1)))
            .Where(one => !executed.Any(test => test.Fix == one.Fix && (one.IsOnly || test.Test.Contains(one.Id, StringComparison.Ordinal))));
        Assert.AreEqual("", string.Join('\n', missing.Select(one => $"{one.Fix} of {one.Id}")));
    }

    [TestMethod]
    public void Each_fix_mends_all_at_once() => Assert.IsEmpty(Fixes.Where(fix => fix.GetFixAllProvider() is null));

    [TestMethod]
    [DataRow("[TestMethod] public Task T() => RuleFixClaims.HoldAsync(\"\", \"\", new Rule(), new AFix());", "AFix")]
    [DataRow("[TestMethod] public async Task T() { var after = await before.FixAllAsync(new AFix()); await before.RunAsync(\"F\"); await after.RunAsync(\"F\"); }", "AFix")]
    [DataRow("[TestMethod] public async Task T() { var after = await before.FixAllAsync(new AFix()); await after.RunAsync(\"F\"); }", "")]
    [DataRow("[TestMethod] public async Task T() => (await before.FixAllAsync(new AFix())).IdsAsync();", "")]
    [DataRow("private Task T() => RuleFixClaims.HoldAsync(\"\", \"\", new Rule(), new AFix());", "")]
    public void Only_a_test_that_runs_both_counts(string member, string expected) =>
        Assert.AreEqual(expected, string.Join(' ', Executed($"class C {{ {member} }}").Select(one => one.Fix)));

    private static IEnumerable<(string Fix, string Test)> Executed(string file) =>
        from method in CSharpSyntaxTree.ParseText(file).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
        where method.AttributeLists.SelectMany(list => list.Attributes).Any(one => one.Name.ToString() == "TestMethod")
        let calls = method.DescendantNodes().OfType<InvocationExpressionSyntax>().Select(call => call.Expression.ToString()).ToArray()
        where calls.Contains("RuleFixClaims.HoldAsync") || (calls.Contains("before.RunAsync") && calls.Contains("after.RunAsync"))
        from made in method.DescendantNodes().OfType<ObjectCreationExpressionSyntax>()
        where made.Type.ToString().EndsWith("Fix", StringComparison.Ordinal)
        select (made.Type.ToString(), method.ToString());
}
