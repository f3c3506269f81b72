using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using ToolGen.Specification.Schemas;
using ToolGen.TestSupport;
using ToolGen.TestSupport.Schemas;

namespace ToolGen.Benchmarks;

/// <summary>The official JSON-Schema-Test-Suite, draft 2020-12: by the interpreter, and by C# that was generated, compiled and called.</summary>
internal sealed class SchemaSuiteMeasurement : IMeasurement
{
    private const int Required = 1_299;

    public string Name => "schema-suite";

    public string Title => "the official JSON Schema suite by the interpreter and by generated C#";

    public Verdict Run(TextWriter output, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(Path.GetDirectoryName(Repository.Root)!, "shared", "data", "json-schema-test-suite");
        if (!Directory.Exists(folder)) return Verdict.Inconclusive("needs ../shared/data/json-schema-test-suite, which this machine does not have");

        var suite = new SchemaSuite(folder);
        var standard = SchemaOptions.Standard with { Documents = suite.Remotes };
        var formats = standard with { AssertsFormats = true };
        var table = new Table("tests", "all", "refused", "interpreter", "printed C#", "the two agree");
        var required = this.Row(table, "required", suite.Required, standard, cancellationToken);
        var tool = this.Row(table, "required, by the rules of specs", suite.Required, SchemaOptions.Specs, cancellationToken);
        var content = this.Row(table, "content, asserted", suite.Required.Where(one => one.File == "content").ToArray(), standard with { AssertsContents = true }, cancellationToken);
        var optional = suite.Cases("optional/format");
        var asserted = this.Row(table, "format, asserted: the formats of specs", optional.Where(IsAsserted).ToArray(), formats, cancellationToken);
        this.Row(table, "format, asserted: others, which annotate", optional.Where(one => !IsAsserted(one)).ToArray(), formats, cancellationToken);
        var others = this.Row(table, "optional", suite.Cases("optional"), standard, cancellationToken);
        table.Print(output);
        output.WriteLine("By the rules of specs objects and tuples are closed, formats and contents asserted, other documents refused: there the two must agree with each other.");
        foreach (var line in asserted.Wrong.Concat(others.Wrong).Take(60)) output.WriteLine("  otherwise: " + line);
        foreach (var line in required.Apart.Concat(tool.Apart).Take(60)) output.WriteLine("  apart: " + line);
        return new(
            Text($"{required.Interpreted} of {Required} by the interpreter, {required.Printed} of {required.Answers} by printed C#; {tool.Answers} stand in a tool, {tool.Same} of them the same by both"),
            [
                new("every required test by the interpreter", Text($"{required.Interpreted} of {Required}"), required.Interpreted == Required),
                new("every required test by printed C#", Text($"{required.Printed} of {Required}"), required.Printed == Required),
                new("every test whose schema stands in a tool is the same by both", Text($"{tool.Same} of {tool.Answers}"), tool.Same == tool.Answers && tool.Answers >= 1_238),
                new("content, asserted, is the same by both", Text($"{content.Same} of {content.Answers}"), content.Same == content.Answers),
            ]);
    }

    private static bool IsAsserted(SuiteCase one) => SchemaSuite.AssertedFormats.Contains(one.File);

    private Figures Row(Table table, string name, IReadOnlyList<SuiteCase> cases, SchemaOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var run = PrintedSuite.RunAsync(cases, options).GetAwaiter().GetResult();
        var refused = run.Refused.Sum(one => one.Tests.Count);
        var figures = new Figures(
            run.Answers.Count,
            run.Answers.Count(answer => answer.Interpreted == answer.Test.IsValid),
            run.Answers.Count(answer => answer.Printed == answer.Test.IsValid),
            run.Answers.Count(answer => answer.Printed == answer.Interpreted),
            run.Answers.Where(answer => answer.Interpreted != answer.Test.IsValid).Select(answer => answer.Case.Line(answer.Test)).ToArray(),
            run.Answers.Where(answer => answer.Printed != answer.Interpreted).Select(answer => answer.ToString()).ToArray());
        table.Add(name, Text($"{figures.Answers + refused}"), Text($"{refused}"), Text($"{figures.Interpreted}"), Text($"{figures.Printed}"), Text($"{figures.Same}"));
        return figures;
    }

    private static string Text(System.FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed record Figures(int Answers, int Interpreted, int Printed, int Same, string[] Wrong, string[] Apart);
}
