using System;
using System.IO;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Cli.Tests.Harness;

/// <summary>A folder for settings that is the tests' alone: keys of a host and of persons are made there, and nothing is left in that of whoever runs them.</summary>
[TestClass]
public sealed class OwnSettings
{
    // .NET looks here on Linux and macOS; elsewhere it asks the system.
    private const string Variable = "XDG_CONFIG_HOME";

    private static string? folder;

    [AssemblyInitialize]
    public static void Make(TestContext context)
    {
        folder = Directory.CreateTempSubdirectory("toolgen-settings-").FullName;
        Environment.SetEnvironmentVariable(Variable, folder);
    }

    [AssemblyCleanup]
    public static void Remove()
    {
        if (folder is not null) Directory.Delete(folder, recursive: true);
    }
}
