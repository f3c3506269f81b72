using System.IO;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.TestSupport;

/// <summary>Finds the folders that tests read: the repository's own, and the optional <c>shared</c> folder beside it.</summary>
internal static class SharedData
{
    /// <inheritdoc cref="TestSupport.Repository.Root"/>
    public static string Repository => TestSupport.Repository.Root;

    /// <summary>A path below the folder <c>shared</c> beside the repository; ends the test as inconclusive where it is absent.</summary>
    public static string Require(params string[] parts)
    {
        var path = Path.Combine([Path.GetDirectoryName(Repository)!, "shared", .. parts]);
        if (!File.Exists(path) && !Directory.Exists(path))
            Assert.Inconclusive($"needs ../shared/{string.Join('/', parts)}, which this machine does not have");
        return path;
    }
}
