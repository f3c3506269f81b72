// Tells how large a project's folder is; the folder goes through two helpers into a shell.
using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using ToolGen;

namespace Vulnerable
{
    internal static class Shell
    {
        public static string Run(string command)
        {
            using var process = new Process();
            process.StartInfo = new ProcessStartInfo
            {
                FileName = OperatingSystem.IsWindows() ? "cmd" : "/bin/bash",
                Arguments = OperatingSystem.IsWindows() ? $"/C {command}" : $"-c \"{command.Replace("\"", "\\\"")}\"",
                RedirectStandardOutput = true,
                UseShellExecute = false,
            };
            process.Start();
            var result = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return result;
        }
    }

    internal sealed class DiskReport(string root)
    {
        public string Size(string folder) => Shell.Run($"du -sh {Path.Combine(root, folder)}");
    }

    public static class DiskTools
    {
        private static readonly DiskReport Report = new("/srv/projects");

        /// <summary>Tells how large the folder of a project is.</summary>
        /// <param name="project">Name of the project.</param>
        [Tool(Name = "folder_size", ReadOnly = true)]
        public static string FolderSize(string project) => Report.Size(project).Split('\t')[0];
    }
}

namespace Fixed
{
    internal sealed class DiskReport(string root)
    {
        public long Size(string folder)
        {
            var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
            return new DirectoryInfo(Path.Combine(root, folder)).EnumerateFiles("*", options).Sum(f => f.Length);
        }
    }

    public static class DiskTools
    {
        private static readonly DiskReport Report = new("/srv/projects");

        /// <summary>Tells how large the folder of a project is, in bytes.</summary>
        /// <param name="project">Name of the project.</param>
        [Tool(Name = "folder_size", ReadOnly = true)]
        public static long FolderSize(string project)
        {
            if (project.Length is 0 or > 64 || !project.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            {
                throw new ToolException(ToolErrorCodes.InvalidInput, "a project's name is of letters, digits and -");
            }

            return Report.Size(project);
        }
    }
}
