using System;
using System.IO;

namespace ToolGen.TestSupport;

/// <summary>The repository that the running test was built from.</summary>
internal static class Repository
{
    /// <summary>The nearest folder above the test binary that holds <c>ToolGen.sln</c>.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "ToolGen.sln"))) return folder;
        throw new InvalidOperationException("this runs outside the repository: no ToolGen.sln above " + AppContext.BaseDirectory);
    }
}
