using System;
using System.Globalization;
using System.IO;
using System.Linq;

namespace ToolGen.Sandbox.Isolation;

/// <summary>Where this process may make control groups.</summary>
/// <param name="Memory">The folder that groups bounding memory are made in.</param>
/// <param name="Threads">The folder that groups bounding threads are made in; of version 2 the same.</param>
/// <param name="IsFirst">Version 1, a hierarchy a controller.</param>
internal sealed record ControlGroupFolders(string Memory, string Threads, bool IsFirst)
{
    public const string Prefix = "toolgen-";

    private const string Root = "/sys/fs/cgroup";

    /// <summary>Tries it out; null where this process may not, or the machine has none.</summary>
    public static ControlGroupFolders? Find()
    {
        try
        {
            var own = File.ReadAllLines("/proc/self/cgroup").Select(line => line.Split(':', 3)).Where(parts => parts.Length == 3).ToArray();
            string? Of(string controller) => own.FirstOrDefault(parts => parts[1].Split(',').Contains(controller))?[2];
            ControlGroupFolders?[] candidates =
            [
                Of("") is { } path ? Second(Root + path) ?? Second(Path.GetDirectoryName(Root + path.TrimEnd('/'))!) : null,
                Of("memory") is { } memory && Of("pids") is { } pids ? new(Existing("memory", memory), Existing("pids", pids), IsFirst: true) : null,
            ];
            var found = candidates.FirstOrDefault(one => one is not null && one.IsWritable());
            found?.Sweep();
            return found;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Removes a group; false where it is still in use.</summary>
    public static bool Remove(string folder)
    {
        try
        {
            if (Directory.Exists(folder)) Directory.Delete(folder);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // Within a container the path of the outside is not there: what it sees as the root is its own.
    private static string Existing(string controller, string path) => Directory.Exists($"{Root}/{controller}{path}") ? $"{Root}/{controller}{path}" : $"{Root}/{controller}";

    private static ControlGroupFolders? Second(string folder)
    {
        var passed = Path.Combine(folder, "cgroup.subtree_control");
        if (!folder.StartsWith(Root, StringComparison.Ordinal) || !File.Exists(passed)) return null;
        var controllers = File.ReadAllText(passed).Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return controllers.Contains("memory") && controllers.Contains("pids") ? new(folder, folder, IsFirst: false) : null;
    }

    private bool IsWritable()
    {
        var folders = new[] { this.Memory, this.Threads }.Distinct().Select(parent => Path.Combine(parent, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-0"))).ToArray();
        try
        {
            foreach (var folder in folders) Directory.CreateDirectory(folder);
            return Path.Exists(Path.Combine(folders[0], this.IsFirst ? "memory.limit_in_bytes" : "memory.max")) && Path.Exists(Path.Combine(folders[^1], "pids.max"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
        finally
        {
            foreach (var folder in folders) _ = Remove(folder);
        }
    }

    /// <summary>Groups of processes that were ended before they could remove them.</summary>
    private void Sweep()
    {
        foreach (var folder in new[] { this.Memory, this.Threads }.Distinct().SelectMany(parent => Directory.GetDirectories(parent, Prefix + "*")))
        {
            var owner = Path.GetFileName(folder)[Prefix.Length..].Split('-')[0];
            if (int.TryParse(owner, NumberStyles.None, CultureInfo.InvariantCulture, out var process) && !Directory.Exists($"/proc/{process}")) _ = Remove(folder);
        }
    }
}
