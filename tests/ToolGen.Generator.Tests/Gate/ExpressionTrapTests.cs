using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Generator.Tests.Gate;

/// <summary>Expressions that would become other code, or do more than compute. The first one is that of SPEC §6.</summary>
[TestClass]
public sealed class ExpressionTrapTests
{
    public static IEnumerable<object[]> Traps { get; } = new (string Name, string Expression, string Id)[]
    {
        ("text after the last token: #line", "row.A\n#line 1 \"x\"", "TG2106"),
        ("#pragma", "\n#pragma warning disable\nrow.A", "TG2106"),
        ("#if false", "row.A\n#if false\n+ 1\n#endif", "TG2106"),
        ("#pragma behind U+2028", "row.A\u2028#pragma warning disable", "TG2101"),
        ("second statement", "row.A; row.B", "TG2108 TG2105"),
        ("closing the template's parenthesis", "row.A); Evil(", "TG2109"),
        ("closing the template's brace", "row.A } } class X {", "TG2109"),
        ("comment that swallows the rest", "row.A //", "TG2107"),
        ("block comment", "row.A /* x */", "TG2107"),
        ("comment left open", "row.A /*", "TG2107"),
        ("documentation comment", "/// x\nrow.A", "TG2107"),
        ("quote left open", "row.A + \"", "TG2124"),
        ("raw text left open", "\"\"\"", "TG2124"),
        ("two dollars", "$$\"\"\"{{row.A}}\"\"\"", "TG2124"),
        ("assignment", "row.A = 1", "TG2110"),
        ("compound assignment", "row.A += 1", "TG2110"),
        ("null assignment", "row.A ??= 1", "TG2110"),
        ("increment", "row.A++", "TG2110"),
        ("decrement in front", "--row.A", "TG2110"),
        ("assignment in a lambda", "rows.Select(r => r.A = 1)", "TG2110"),
        ("lambda with statements", "rows.Select(r => { return 1; })", "TG2110"),
        ("anonymous method", "rows.Select(delegate { return 1; })", "TG2110"),
        ("async lambda", "rows.Select(async r => 1)", "TG2110"),
        ("static lambda", "rows.Select(static r => 1)", "TG2110"),
        ("attribute on a lambda", "rows.Select([System.Obsolete] (r) => 1)", "TG2111"),
        ("attribute on a parameter", "rows.Select(([A] int r) => 1)", "TG2111"),
        ("lambda default value", "rows.Select((int r = 1) => r)", "TG2110"),
        ("throw", "row.A ?? throw new Exception()", "TG2110"),
        ("await", "await row.A", "TG2105 TG2108 TG2110 TG2119"),
        ("typeof", "typeof(string).Assembly", "TG2110"),
        ("nameof", "nameof(row)", "TG2113"),
        ("sizeof", "sizeof(int)", "TG2118"),
        ("default", "default", "TG2110"),
        ("default of a type", "default(int)", "TG2110"),
        ("checked", "checked(row.A + 1)", "TG2110"),
        ("unchecked", "unchecked(row.A + 1)", "TG2110"),
        ("new of a type", "new HttpClient()", "TG2110"),
        ("new without a type", "new()", "TG2110"),
        ("new array of a type", "new byte[1000000000]", "TG2110"),
        ("stackalloc", "stackalloc int[9]", "TG2118"),
        ("with", "row with { A = 1 }", "TG2110"),
        ("as", "row as string", "TG2110"),
        ("query", "from r in rows select r", "TG2110"),
        ("out variable", "int.TryParse(row.A, out var n)", "TG2110"),
        ("ref argument", "F(ref row)", "TG2110"),
        ("__arglist", "__arglist(1)", "TG2118"),
        ("__makeref", "__makeref(row)", "TG2118"),
        ("address of", "&row", "TG2118"),
        ("pointer", "*row", "TG2118"),
        ("pointer member", "row->A", "TG2118"),
        ("u8 text", "\"a\"u8", "TG2110"),
        ("this", "this.A", "TG2110"),
        ("base", "base.A", "TG2110"),
        ("GetType", "row.GetType()", "TG2115"),
        ("GetType without a receiver", "GetType()", "TG2115"),
        ("@ identifier", "@row.A", "TG2112"),
        ("\\u identifier", "r\\u006Fw.A", "TG2112"),
        ("cast to a type of the tool", "(Row)item", "TG2114"),
        ("cast to dynamic", "(dynamic)item", "TG2114"),
        ("global::", "global::System.Console.Out", "TG2110"),
        ("System", "System.Console.Out", "TG2113"),
        ("Console", "Console.Out", "TG2113"),
        ("File", "File.ReadAllText(\"x\")", "TG2113"),
        ("Environment", "Environment.Exit(1)", "TG2113"),
        ("type argument not in scope", "Enumerable.Empty<System.IO.FileInfo>()", "TG2113"),
        ("type pattern not in scope", "row.A is FileInfo", "TG2113"),
        ("declaration pattern not in scope", "row.A is System.IO.FileInfo x", "TG2113"),
        ("recursive pattern not in scope", "row is Other { A: 1 }", "TG2113"),
        ("type argument dynamic", "Enumerable.Empty<dynamic>()", "TG2110"),
        ("pattern variable out of its arm", "(row.A switch { int n => n, _ => 0 }) + n", "TG2113"),
        ("lambda parameter out of its lambda", "rows.Sum(r => r.A) + r.A", "TG2113"),
        ("function without a call", "rows.Select(count)", "TG2113"),
        ("unknown name", "rwo.A", "TG2113"),
        ("underscore", "_ + 1", "TG2113"),
        ("type alone", "int", "TG2105"),
        ("type of the tool alone", "Row", "TG2105"),
        ("bare prose", "all is well", "TG2119"),
        ("text in single quotes", "row.A == 'open'", "TG2116"),
        ("statement", "return row.A", "TG2105 TG2108 TG2119"),
        ("declaration", "var x = 1", "TG2105 TG2108 TG2110"),
        ("time in the machine's zone", "DateTimeOffset.Parse(row.A)", "TG2125"),
        ("the machine's clock", "DateTimeOffset.UtcNow", "TG2125"),
        ("local time", "row.A.ToLocalTime()", "TG2125"),
        ("bidi in a text", "\"\u202E\"", "TG2101"),
        ("tag in a text", "\"\U000E0001\"", "TG2101"),
        ("zero-width joiner in a name", "ro\u200Dw.A", "TG2101"),
        ("soft hyphen in a name", "ro\u00ADw.A", "TG2101"),
        ("CR", "row.A\r\n", "TG2101"),
        ("NUL", "row.A\0", "TG2101"),
        ("quote in a format", "$\"{row.A:\"x\"}\"", "TG2124"),
        ("hole that closes early", "$\"{row.A}}\"", "TG2109"),
        ("nothing", "", "TG2104"),
        ("a megabyte of additions", "1" + string.Concat(Enumerable.Repeat("+1", 1 << 19)), "TG2102"),
        ("5,000 parentheses", new string('(', 5_000) + "1" + new string(')', 5_000), "TG2103"),
        ("5,000 brackets", new string('[', 5_000) + new string(']', 5_000), "TG2103"),
        ("3,000 members", "row" + string.Concat(Enumerable.Repeat(".b", 3_000)), "TG2103"),
        ("3,000 additions", "1" + string.Concat(Enumerable.Repeat("+1", 3_000)), "TG2103"),
        ("10,000 negations", new string('!', 10_000) + "true", "TG2103 TG2105"),
        ("500 negations", new string('!', 500) + "true", "TG2103"),
        ("1,000 lambdas", string.Concat(Enumerable.Repeat("r=>", 1_000)) + "1", "TG2103 TG2105"),
        ("1,000 conditionals", string.Concat(Enumerable.Repeat("row?1:", 1_000)) + "1", "TG2103 TG2105"),
        ("2,000 nested interpolations", string.Concat(Enumerable.Repeat("$\"{", 2_000)) + "1" + string.Concat(Enumerable.Repeat("}\"", 2_000)), "TG2103"),
        ("brackets hidden between texts", string.Concat(Enumerable.Repeat("(\")\"+", 2_000)) + "1" + new string(')', 2_000), "TG2103"),
        ("4,000 type arguments", string.Concat(Enumerable.Repeat("a<", 4_000)), "TG2103"),
    }.Select(trap => new object[] { trap.Name, trap.Expression, trap.Id }).ToArray();

    [TestMethod]
    [DynamicData(nameof(Traps), DynamicDataDisplayName = nameof(NameOf))]
    public void Refuses_expression(string name, string expression, string ids)
    {
        var (gated, findings) = GateRun.Expression(expression);

        Assert.IsNull(gated, name);
        Assert.IsTrue(ids.Split(' ').Any(id => findings.ToArray().Any(finding => finding.Id == id)), $"{name}: wants {ids}, got\n{GateRun.Told(findings)}");
    }

    public static string NameOf(System.Reflection.MethodInfo method, object[] data) => $"{method.Name}: {data[0]}";
}
