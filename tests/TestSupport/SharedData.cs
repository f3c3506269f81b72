using System;
using System.IO;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.TestSupport;

/// <summary>Finds the folders that tests read: the repository's own, and the optional <c>shared</c> folder beside it.</summary>
internal static class SharedData
{
    /// <summary>The repository's root: the nearest folder above the test binary that holds <c>ToolGen.sln</c>.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>A path below the folder <c>shared</c> beside the repository; ends the test as inconclusive where it is absent.</summary>
    public static string Require(params string[] parts)
    {
        var path = Path.Combine([Path.GetDirectoryName(Repository)!, "shared", .. parts]);
        if (!File.Exists(path) && !Directory.Exists(path))
            Assert.Inconclusive($"needs ../shared/{string.Join('/', parts)}, which this machine does not have");
        return path;
    }

    private static string FindRepository()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "ToolGen.sln"))) return folder;
        throw new InvalidOperationException("the tests run outside the repository: no ToolGen.sln above " + AppContext.BaseDirectory);
    }
}
