using System.Collections.Generic;
using System.IO;
using System.Linq;
using ToolGen.Cli.Files;

namespace ToolGen.Cli.Output;

/// <summary>What becomes of the files of an import, in words.</summary>
/// <param name="files">Them.</param>
/// <param name="taken">What is done; what else there is to do is left to a person.</param>
/// <param name="isDry">Whether nothing was written.</param>
/// <param name="folder">Where they are.</param>
/// <param name="source">Who says what they hold: <c>the document</c>, <c>the server</c>.</param>
internal sealed class ImportedFilesText(IReadOnlyList<ImportedFile> files, IReadOnlySet<FileChange> taken, bool isDry, string folder, string source)
{
    /// <summary>Whether something is left to a person.</summary>
    public bool IsLeft => files.Any(file => file.Change is FileChange.Changed or FileChange.Removed or FileChange.Conflict && !taken.Contains(file.Change));

    /// <summary>The files that are taken away.</summary>
    public IEnumerable<string> Removed => files.Where(file => file.Change == FileChange.Removed && taken.Contains(FileChange.Removed)).Select(file => Path.Combine(folder, file.Name));

    /// <summary>A line for each file that is not as it was, and what changed as a diff.</summary>
    public void Write(Terminal terminal)
    {
        foreach (var file in files.Where(file => file.Change != FileChange.Same))
        {
            terminal.Out.WriteLine(Printable.Of($"{(isDry ? "would be " : "")}{this.Word(file.Change)} {Path.Combine(folder, file.Name)}{this.Why(file)}"));
            if (file.Change is FileChange.Changed or FileChange.Conflict) terminal.Out.Write(Printable.Lines(UnifiedDiff.Of(Path.Combine(folder, file.Name), file.Old, file.New)));
        }
    }

    /// <summary>What is different, whatever becomes of it.</summary>
    public static string Difference(FileChange change) => change switch
    {
        FileChange.Created => "new",
        FileChange.Same => "none",
        FileChange.Changed => "changed",
        FileChange.Edited => "edited",
        FileChange.Conflict => "conflict",
        _ => "gone",
    };

    public string Word(FileChange change) => change switch
    {
        FileChange.Created => "created",
        FileChange.Same => "same",
        FileChange.Changed when taken.Contains(change) => "changed",
        FileChange.Removed when taken.Contains(change) => "removed",
        FileChange.Conflict when taken.Contains(change) => "overwritten",
        _ => "kept",
    };

    /// <summary>Whether it is an edited file of what is no more; it is told of once.</summary>
    public static bool IsGone(ImportedFile file) => file is { Change: FileChange.Edited, New: "" };

    private string Why(ImportedFile file) => file.Change switch
    {
        FileChange.Edited when IsGone(file) => $" (edited by hand, and {source} has it no more: delete it yourself)",
        FileChange.Edited => " (edited by hand)",
        _ when taken.Contains(file.Change) => "",
        FileChange.Conflict => $" (edited by hand, and {source} has changed: take over by hand what you want of the diff, or say --force)",
        FileChange.Changed => $" ({source} says something else than what was imported: read the diff, then say --accept)",
        FileChange.Removed => $" ({source} has it no more: --accept takes it away)",
        _ => "",
    };
}
