using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ToolGen.Analyzers.Taint;
using ToolGen.TestSupport.Security;

namespace ToolGen.Benchmarks.Security;

/// <summary>NIST's Juliet test suite for C# 1.3, whose cases each hold a bad flow and good ones.</summary>
internal sealed class JulietSuite(string root)
{
    // Juliet's programs read web requests and log; both are libraries to them, and .NET 10 has neither.
    private const string Missing = """
        namespace System.Web
        {
            using System.Collections.Specialized;
            public class HttpRequest { public NameValueCollection QueryString => null; public NameValueCollection Params => null; public NameValueCollection Form => null; public HttpCookieCollection Cookies => null; }
            public class HttpResponse { public void Write(string s) { } public HttpCookieCollection Cookies => null; public void AddHeader(string a, string b) { } public int StatusCode { get; set; } }
            public class HttpCookie(string name, string value) { public string Value { get; set; } = value; public string Name { get; set; } = name; }
            public class HttpCookieCollection : NameObjectCollectionBase { public HttpCookie this[int i] => null; public HttpCookie this[string i] => null; public void Add(HttpCookie c) { } }
        }
        namespace NLog
        {
            public class LogLevel { public static LogLevel Warn, Info, Error, Debug, Trace, Fatal; }
            public class Logger { public void Log(LogLevel l, string s, params object[] o) { } public void Log(LogLevel l, System.Exception e, string s, params object[] o) { } }
            public class LogManager { public static Logger GetCurrentClassLogger() => null; }
        }
        """;

    // Everything that a program reads from outside is foreign in Juliet, environment variables too, and every method is a program's.
    private static readonly Dictionary<string, string> Options = new() { ["toolgen.entries"] = "all", ["toolgen.trust_environment"] = "false" };

    private readonly Lazy<MetadataReference> missing = new(CompileMissing);

    public static bool IsHere(string? root) => root is not null && Directory.Exists(Path.Combine(root, "src", "src", "testcases"));

    public JulietResult Judge(string weakness, string ids, CancellationToken cancellation)
    {
        var folder = Directory.GetDirectories(Path.Combine(root, "src", "src", "testcases"), weakness + "_*").Single();
        var support = Directory.GetFiles(Path.Combine(root, "src", "src", "testcasesupport"), "*.cs", SearchOption.AllDirectories).Where(path => !path.EndsWith("AssemblyInfo.cs", StringComparison.Ordinal)).ToHashSet();
        var files = Directory.GetFiles(folder, weakness + "_*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        var compilation = ForeignCode.Compile(support.Concat(files).Select(path => (path, File.ReadAllText(path))), this.missing.Value);
        var errors = compilation.GetDiagnostics(cancellation).Count(one => one.Severity == DiagnosticSeverity.Error);
        var bad = new HashSet<string>();
        var good = new HashSet<string>();
        var mislabelled = new HashSet<string>();
        foreach (var found in ForeignCode.Findings(compilation, [new TaintAnalyzer()], Options, cancellation))
        {
            if (!Regex.IsMatch(found.Id, ids) || support.Contains(found.Location.SourceTree!.FilePath)) continue;
            (!IsGood(found) ? bad : IsBadByItsWords(found) ? mislabelled : good).Add(CaseOf(found.Location.SourceTree.FilePath));
        }

        var cases = files.Select(CaseOf).Distinct().ToArray();
        return new(cases.Length, [.. cases.Where(one => !bad.Contains(one))], [.. good.Order(StringComparer.Ordinal)], mislabelled.Count, errors);
    }

    /// <summary>The flow variant of a case: its last two digits.</summary>
    public static string VariantOf(string name) => name[^2..];

    private static bool IsGood(Diagnostic found)
    {
        var path = found.Location.SourceTree!.FilePath;
        var method = MethodOf(found)?.Identifier.Text ?? "";
        var isGood = method.StartsWith("Good", StringComparison.OrdinalIgnoreCase) || Path.GetFileName(path).Contains("_good", StringComparison.Ordinal);
        var isBad = method.StartsWith("Bad", StringComparison.OrdinalIgnoreCase) || Path.GetFileName(path).Contains("_bad", StringComparison.Ordinal);
        return isGood || isBad ? isGood : throw new InvalidDataException($"{path}: a finding in {method}, which is neither good nor bad");
    }

    // "Use good source and bad sink" that reads from outside all the same, as the comment above its source says: the suite's variant of serialisation.
    private static bool IsBadByItsWords(Diagnostic found) =>
        MethodOf(found) is { } method && method.Identifier.Text.StartsWith("GoodG2B", StringComparison.Ordinal) && Regex.IsMatch(method.ToString(), "POTENTIAL FLAW: (Read|Parse) ");

    private static MethodDeclarationSyntax? MethodOf(Diagnostic found) =>
        found.Location.SourceTree!.GetRoot().FindNode(found.Location.SourceSpan).AncestorsAndSelf().OfType<MethodDeclarationSyntax>().FirstOrDefault();

    private static string CaseOf(string path) =>
        Regex.Match(Path.GetFileNameWithoutExtension(path), @"^(.*?_\d\d)(?:[a-z]|_bad|_base|_good.*)?$") is { Success: true } match ? match.Groups[1].Value : Path.GetFileNameWithoutExtension(path);

    private static MetadataReference CompileMissing()
    {
        using var image = new MemoryStream();
        var made = CSharpCompilation.Create("System.Web", [CSharpSyntaxTree.ParseText(Missing)], Net100.References.All, new(OutputKind.DynamicallyLinkedLibrary)).Emit(image);
        return made.Success ? MetadataReference.CreateFromImage(image.ToArray()) : throw new InvalidOperationException(made.Diagnostics[0].ToString());
    }
}

/// <param name="Cases">How many there are.</param>
/// <param name="Missed">Cases whose bad flow was not found.</param>
/// <param name="False">Cases with a finding in a good flow.</param>
/// <param name="Mislabelled">Cases with a finding in a flow that is called good, and bad by its own comment: not counted as false.</param>
/// <param name="Errors">Of the compiler.</param>
internal sealed record JulietResult(int Cases, IReadOnlyList<string> Missed, IReadOnlyList<string> False, int Mislabelled, int Errors);
