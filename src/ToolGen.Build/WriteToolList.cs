using System;
using System.IO;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using ToolGen.Specification.Findings;

namespace ToolGen.Build;

/// <summary>Writes <c>tools.json</c> from a compiled assembly; an assembly without tools has none.</summary>
public sealed class WriteToolList : Task
{
    /// <summary>The compiled assembly.</summary>
    [Required]
    public string Assembly { get; set; } = "";

    /// <summary>Where the list goes.</summary>
    [Required]
    public string File { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            var tools = ToolMetadata.Read(Assembly);
            var text = ToolList.Print(tools, out var problems);
            foreach (var (finding, arguments) in problems) Report(finding, arguments);
            OutputFile.Write(File, tools.Count == 0 ? null : text);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            Report(FindingCatalog.ToolListNotWritten, exception.Message);
        }

        return !Log.HasLoggedErrors;
    }

    private void Report(FindingDescriptor finding, params string[] arguments)
    {
        var (message, remedy) = (finding.Message, finding.Remedy);
        for (var i = 0; i < arguments.Length; i++)
            (message, remedy) = (message.Replace("{" + i + "}", arguments[i]), remedy.Replace("{" + i + "}", arguments[i]));
        // A "code" of the second parameter's kind is what editors and NoWarn see.
        Log.LogError(null, finding.Id, null, Assembly, 0, 0, 0, 0, "{0}", $"{message} {remedy}");
    }
}
