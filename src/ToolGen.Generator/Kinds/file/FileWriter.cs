using System.Collections.Generic;
using System.Linq;
using ToolGen.Generator.Kinds.Declarative;
using ToolGen.Generator.Kinds.Transform;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Kinds.File;

/// <summary>Makes the model of one tool of the kind: a transform whose source are files, and the files that its rows go to.</summary>
internal sealed class FileWriter(TransformCode code, FileImplementation implementation) : TransformWriter(code, implementation)
{
    // Where the number of files depends on data and the spec says nothing.
    private const long ManyFiles = 1_000;

    private readonly FileImplementation implementation = implementation;
    private readonly PathWriter paths = new(code, implementation.Let.Select(let => let.Name).ToList());
    private string pattern = "";
    private bool usesFile;
    private OutputModel? output;

    /// <summary>The model.</summary>
    public FileModel WriteFile()
    {
        var rows = this.Write();
        return new(rows, this.pattern, this.usesFile, this.output);
    }

    /// <inheritdoc/>
    protected override string Source(out IReadOnlyList<string> uses)
    {
        if (this.implementation.SourceExpression is not null) this.Code.Findings.Add(FindingCatalog.FileHasSource, this.implementation.Node.Member("source")!.NameSpan);
        var references = new HashSet<string>();
        this.pattern = this.paths.Pattern(this.implementation.Read, references);
        uses = [.. references];
        return "";
    }

    /// <inheritdoc/>
    protected override IReadOnlyCollection<string> Output(StepWriter steps)
    {
        var references = new HashSet<string>();
        if (this.implementation.Write is { } write)
        {
            var path = this.paths.Target(write.Path, steps, references);
            var maxFiles = path.Keys.Length > 0 && (write.Node as Specification.Json.JsonObject)?["maxFiles"] is null ? ManyFiles : write.MaxFiles;
            var format = OutputFormats.Of(write, this.implementation.Format, this.Code.Findings);
            var row = new RowWriter(this.Code, steps, write).Write(format);
            this.output = new(format, maxFiles, write.Replace, path.Parts, row.Columns);
            steps.Write(path.Keys, row.Text);
        }

        this.usesFile = steps.UsesFile;
        return references;
    }
}
