using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Analyzers.Tests.Rules;

/// <summary>What every mechanical remedy must hold.</summary>
internal static class RuleFixClaims
{
    /// <summary>The program has findings; after the fix it compiles, has none, says what is expected, and answers as before.</summary>
    public static async Task HoldAsync(string program, string mended, DiagnosticAnalyzer rule, CodeFixProvider fix)
    {
        var before = RuleProject.Of(program, rule);
        Assert.IsNotEmpty(await before.IdsAsync());
        var after = await before.FixAllAsync(fix);
        StringAssert.Contains(after.Text, mended);
        Assert.IsEmpty(await after.IdsAsync(), after.Text);
        Assert.AreEqual(await before.RunAsync(), await after.RunAsync(), after.Text);
    }
}
