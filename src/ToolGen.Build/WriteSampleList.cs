using System;
using System.IO;
using System.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace ToolGen.Build;

/// <summary>Writes the list of specs through which a test explorer finds their samples; a project without specs has none.</summary>
public sealed class WriteSampleList : Task
{
    /// <summary>The project's additional files.</summary>
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>Samples that may have no spec: those of methods.</summary>
    public ITaskItem[] Tests { get; set; } = [];

    /// <summary>Where the list goes.</summary>
    [Required]
    public string File { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            OutputFile.Write(File, SampleList.Print(Files.Select(file => file.GetMetadata("FullPath")), Tests.Select(file => file.GetMetadata("FullPath"))));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log.LogErrorFromException(exception);
        }

        return !Log.HasLoggedErrors;
    }
}
