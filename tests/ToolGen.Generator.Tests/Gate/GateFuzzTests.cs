using System;
using System.Linq;
using System.Threading;
using CsCheck;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Gate;

namespace ToolGen.Generator.Tests.Gate;

/// <summary>Whatever text comes, the gate answers: with code that is whole in its place, or with findings that stand in the text.</summary>
[TestClass]
public sealed class GateFuzzTests
{
    private static readonly string[] Pieces =
    [
        "(", ")", "[", "]", "{", "}", "<", ">", "\"", "\"\"\"", "$\"", "$@\"", "@\"", "$$\"\"\"", "'", "\\", "\\u0041", "#", "//", "/*", "*/", "\n", "\r", "\u2028", "\u0085",
        ";", ",", ":", "::", "?", "??", "?.", "=>", "=", "==", "!", "~", "-", "+", "*", "&", "|", "^", "..", ".", "@", "$", "_", "1", "'a'", "row", "input", ".A", "int", "var",
        "new", "is", "not", "switch", "when", "case", "if", "else", "for", "while", "do", "return", "throw", "await", "async", "unsafe", "fixed", "stackalloc", "ref", "out",
        "class", "using", "goto", "lock", "checked", "default", "typeof", "delegate", "static", "[A]", "#if false", "#line 1 \"x\"", "System", "global::", "a<", "\uD800", "\u202E", " ",
    ];

    private static readonly Gen<string> Text = Gen.Int[0, Pieces.Length - 1].Array[0, 40].Select(picks => string.Concat(picks.Select(pick => Pieces[pick])));

    private static readonly string[] Seeds = BenignCodeTests.Expressions.Select(row => (string)row[0]).ToArray();

    private static readonly Gen<string> Mutated = Gen.Select(Gen.Int[0, Seeds.Length - 1], Gen.Int[0, Pieces.Length - 1], Gen.Int[0, 200], Gen.Int[0, 6])
        .Select((seed, piece, at, cut) => Mutate(Seeds[seed], Pieces[piece], at, cut));

    [TestMethod]
    public void Random_text_is_refused_or_stands_whole_in_its_place() => Text.Sample(Holds, iter: 8_000);

    [TestMethod]
    public void Mutated_real_code_is_refused_or_stands_whole_in_its_place() => Mutated.Sample(Holds, iter: 8_000);

    [TestMethod]
    public void Repeated_pieces_never_exhaust_a_small_stack_nor_the_clock()
    {
        var pairs = from i in Enumerable.Range(0, Pieces.Length) from j in Enumerable.Range(0, Pieces.Length) where i == j || (i + j) % 3 == 0 select Pieces[i] + Pieces[j];
        Exception? failed = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    foreach (var pair in pairs)
                    {
                        var text = string.Concat(Enumerable.Repeat(pair, 2_048 / pair.Length));
                        GateRun.Expression(text);
                        GateRun.Body(text);
                    }
                }
                catch (Exception exception)
                {
                    failed = exception;
                }
            },
            maxStackSize: 256 * 1024);
        thread.Start();

        Assert.IsTrue(thread.Join(TimeSpan.FromMinutes(4)), "the gate took minutes");
        Assert.IsNull(failed, failed?.ToString());
    }

    // Text that passed must be the same node in a template, and nothing of it may reach outside its place.
    private static void Holds(string text)
    {
        var (expression, findings) = GateRun.Expression(text);
        if (expression is null) Assert.IsGreaterThan(0, findings.Errors);
        else
        {
            const string before = "class T { object M() => F(\n";
            var source = before + expression.Source + "\n); int after; }";
            Assert.IsTrue(HoleVerifier.Verify(source, [new(before.Length, expression, SyntaxKind.Argument)], findings), text + "\n" + GateRun.Told(findings));
            AssertMembers(source, 2, text);
        }

        var (body, bodyFindings) = GateRun.Body(text);
        if (body is null) Assert.IsGreaterThan(0, bodyFindings.Errors);
        else
        {
            const string before = "class T { async X M() {\n";
            var source = before + body.Source + "\n} int after; }";
            Assert.IsTrue(HoleVerifier.Verify(source, [new(before.Length, body, SyntaxKind.MethodDeclaration)], bodyFindings), text + "\n" + GateRun.Told(bodyFindings));
            AssertMembers(source, 2, text);
        }
    }

    private static void AssertMembers(string source, int members, string text)
    {
        var root = CSharpSyntaxTree.ParseText(source, CodeParsing.Options).GetCompilationUnitRoot();
        var type = (Microsoft.CodeAnalysis.CSharp.Syntax.ClassDeclarationSyntax)root.Members.Single();
        Assert.HasCount(members, type.Members, text);
        Assert.IsFalse(root.ContainsDirectives, text);
    }

    private static string Mutate(string seed, string piece, int at, int cut)
    {
        at = Math.Min(at, seed.Length);
        return seed[..at] + piece + seed[Math.Min(seed.Length, at + cut)..];
    }
}
