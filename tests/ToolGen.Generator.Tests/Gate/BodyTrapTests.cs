using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Generator.Tests.Gate;

/// <summary>Bodies that would become other code than their author shows. The first ones are those of SPEC §6.</summary>
[TestClass]
public sealed class BodyTrapTests
{
    private const string Rest = "return new Output(1);";

    public static IEnumerable<object[]> Traps { get; } = new (string Name, string Body, string Id)[]
    {
        ("text after the last statement: #line", Rest + "\n#line 1 \"x\"", "TG2106"),
        ("#pragma", "#pragma warning disable\n" + Rest, "TG2106"),
        ("#if false", "#if false\n" + Rest + "\n#endif\n" + Rest, "TG2106"),
        ("#pragma behind U+2028", "var a = 1;\u2028#pragma warning disable\u2028" + Rest, "TG2101"),
        ("[SuppressMessage] on a local function", "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"a\", \"b\")] void F() { }\n" + Rest, "TG2111"),
        ("#pragma behind U+2029", "var a = 1;\u2029#pragma warning disable\u2029" + Rest, "TG2101"),
        ("#pragma behind U+0085", "var a = 1;\u0085#pragma warning disable\u0085" + Rest, "TG2101"),
        ("#pragma behind a lone CR", "var a = 1;\r#pragma warning disable\r" + Rest, "TG2101"),
        ("#nullable", "#nullable disable\n" + Rest, "TG2106"),
        ("#region", "#region x\n" + Rest + "\n#endregion", "TG2106"),
        ("#error in the middle of a line", Rest + " #error x", "TG2106"),
        ("#! of a script", "#! /usr/bin/env dotnet\n" + Rest, "TG2106"),
        ("#: of a file program", "#:package Evil@1.0.0\n" + Rest, "TG2106"),
        ("early close, other method", Rest + " } public static void Other() { ", "TG2109"),
        ("early close, other class", Rest + " }} class Other {{", "TG2109"),
        ("early close behind a comment", Rest + " /* */ } static Tool() { ", "TG2109"),
        ("close of the class alone", Rest + " }", "TG2109"),
        ("brace left open", "if (input.A) { " + Rest, "TG2109"),
        ("comment left open", Rest + " /* ", "TG2124"),
        ("raw text left open", Rest + " var s = \"\"\"", "TG2124"),
        ("quote left open", Rest + " var s = \"x", "TG2124"),
        ("raw text that closes with more quotes", "var s = \"\"\"x\"\"\"\"; " + Rest, "TG2124"),
        ("attribute on a parameter", "int F([System.Runtime.InteropServices.In] int a) => a;\n" + Rest, "TG2111"),
        ("attribute on a lambda", "var f = [System.Obsolete] () => 1;\n" + Rest, "TG2111"),
        ("attribute on a local", "[System.Obsolete] var a = 1;\n" + Rest, "TG2111 TG2105"),
        ("return attribute", "[return: System.Diagnostics.CodeAnalysis.MaybeNull] string F() => null;\n" + Rest, "TG2111"),
        ("unsafe block", "unsafe { }\n" + Rest, "TG2118"),
        ("unsafe local function", "unsafe void F() { }\n" + Rest, "TG2118"),
        ("extern local function", "static extern void F();\n" + Rest, "TG2118"),
        ("DllImport", "[System.Runtime.InteropServices.DllImport(\"c\")] static extern int system(string s);\n" + Rest, "TG2111"),
        ("fixed", "fixed (char* p = input.Text) { }\n" + Rest, "TG2118"),
        ("stackalloc", "var a = stackalloc int[1000000];\n" + Rest, "TG2118"),
        ("pointer type", "int* p = null;\n" + Rest, "TG2118"),
        ("function pointer", "delegate*<int, void> f = null;\n" + Rest, "TG2118"),
        ("address of", "var p = &input;\n" + Rest, "TG2118"),
        ("sizeof", "var n = sizeof(int);\n" + Rest, "TG2118"),
        ("__makeref", "var r = __makeref(input);\n" + Rest, "TG2118"),
        ("__reftype", "var r = __reftype(x);\n" + Rest, "TG2118"),
        ("__refvalue", "var r = __refvalue(x, int);\n" + Rest, "TG2118"),
        ("__arglist", "F(__arglist(1));\n" + Rest, "TG2118"),
        ("using directive", "using System.IO;\n" + Rest, "TG2105"),
        ("using alias", "using F = System.IO.File;\n" + Rest, "TG2105"),
        ("extern alias", "extern alias a;\n" + Rest, "TG2105"),
        ("goto", "again: goto again;", "TG2110"),
        ("lock", "lock (input) { }\n" + Rest, "TG2110"),
        ("typeof", "var t = typeof(string);\n" + Rest, "TG2110"),
        ("GetType", "var t = input.GetType();\n" + Rest, "TG2115"),
        ("GetType with ?.", "var t = input?.GetType();\n" + Rest, "TG2115"),
        ("dynamic", "dynamic d = input;\n" + Rest, "TG2110"),
        ("this", "var me = this;\n" + Rest, "TG2110"),
        ("base", "base.ToString();\n" + Rest, "TG2110"),
        ("global::", "global::System.Console.WriteLine();\n" + Rest, "TG2110"),
        ("System.IO by its full name", "System.IO.File.Delete(\"x\");\n" + Rest, "TG2117"),
        ("System.IO as a type", "System.IO.FileInfo f = null;\n" + Rest, "TG2117"),
        ("Microsoft namespace", "Microsoft.Win32.Registry.SetValue(\"a\", \"b\", 1);\n" + Rest, "TG2117"),
        ("ToolGen namespace", "ToolGen.Tool t = null;\n" + Rest, "TG2117"),
        ("namespace in a type argument", "var l = new List<System.IO.FileInfo>();\n" + Rest, "TG2117"),
        ("namespace in a pattern", "if (input is System.IO.Stream) { }\n" + Rest, "TG2117"),
        ("@ identifier", "var @class = 1;\n" + Rest, "TG2112"),
        ("\\u identifier", "var \\u0063lass = 1;\n" + Rest, "TG2112"),
        ("\\u in a keyword", "\\u0075nsafe { }\n" + Rest, "TG2112"),
        ("name that generated code reserves", "var __x = 1;\n" + Rest, "TG2112"),
        ("bidi override in a comment", "/* \u202E } \u2066 */ " + Rest, "TG2101"),
        ("bidi isolate in a text", "var a = \"\u2067x\u2069\";\n" + Rest, "TG2101"),
        ("tag characters in a text", "var a = \"\U000E0041\U000E0042\";\n" + Rest, "TG2101"),
        ("zero-width space in a name", "var inp\u200But = 1;\n" + Rest, "TG2101"),
        ("byte order mark", "\uFEFF" + Rest, "TG2101"),
        ("NUL", "var a = 1;\0" + Rest, "TG2101"),
        ("lone surrogate", "var a = \"\uD800\";\n" + Rest, "TG2101"),
        ("variation selectors with hidden bits", "var a = \"☺\uFE0F\uFE0E\uFE0F\";\n" + Rest, "TG2101"),
        ("statement and a type declaration", "class Evil { }\n" + Rest, "TG2105 TG2109"),
        ("text in single quotes", "if (input.A == 'open') { }\n" + Rest, "TG2116"),
        ("nothing", "", "TG2104"),
        ("white space", " \n\t", "TG2104"),
        ("a megabyte", new string('x', 1 << 20), "TG2102"),
        ("20,000 braces", new string('{', 20_000) + new string('}', 20_000), "TG2103"),
        ("20,000 parentheses", "return " + new string('(', 20_000) + "1" + new string(')', 20_000) + ";", "TG2103"),
        ("30,000 negations", "var a = " + new string('!', 30_000) + "true;", "TG2103"),
        ("10,000 if", string.Concat(Enumerable.Repeat("if(a)", 10_000)) + ";", "TG2103 TG2105"),
        ("5,000 else if", "if(a);" + string.Concat(Enumerable.Repeat("else if(a);", 5_000)), "TG2103 TG2105"),
        ("10,000 labels", string.Concat(Enumerable.Repeat("a:", 10_000)) + ";", "TG2103"),
        ("10,000 additions", "var a = 1" + string.Concat(Enumerable.Repeat("+1", 10_000)) + ";", "TG2103"),
        ("10,000 members", "var a = b" + string.Concat(Enumerable.Repeat(".c", 10_000)) + ";", "TG2103"),
        ("10,000 type arguments", string.Concat(Enumerable.Repeat("a<", 10_000)) + Rest, "TG2103"),
        ("5,000 nested interpolations", "var a = " + string.Concat(Enumerable.Repeat("$\"{", 5_000)) + "1" + string.Concat(Enumerable.Repeat("}\"", 5_000)) + ";", "TG2103"),
    }.Select(trap => new object[] { trap.Name, trap.Body, trap.Id }).ToArray();

    [TestMethod]
    [DynamicData(nameof(Traps), DynamicDataDisplayName = nameof(NameOf))]
    public void Refuses_body(string name, string body, string ids)
    {
        var (gated, findings) = GateRun.Body(body);

        Assert.IsNull(gated, name);
        Assert.IsTrue(ids.Split(' ').Any(id => findings.ToArray().Any(finding => finding.Id == id)), $"{name}: wants {ids}, got\n{GateRun.Told(findings)}");
    }

    public static string NameOf(System.Reflection.MethodInfo method, object[] data) => $"{method.Name}: {data[0]}";
}
