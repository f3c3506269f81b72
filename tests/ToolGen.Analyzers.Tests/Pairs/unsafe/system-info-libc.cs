// Tells about the machine; a call of libc runs the line that is put together for it.
using System;
using System.ComponentModel;
using System.Runtime.InteropServices;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static partial class SystemTools
    {
        [DllImport("libc", EntryPoint = "system", CharSet = CharSet.Ansi)]
        private static extern int Execute(string command);

        [McpServerTool(Name = "system_info"), Description("Writes facts about the machine to the log: kernel, uptime, memory.")]
        public static int Info([Description("kernel, uptime or memory")] string fact)
        {
            var command = fact switch
            {
                "kernel" => "uname -a",
                "memory" => "free -m",
                _ => fact,
            };
            return Execute(command + " >> machine.log");
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class SystemTools
    {
        [McpServerTool(Name = "system_info"), Description("Facts about the machine: kernel, uptime, memory.")]
        public static string Info([Description("kernel, uptime or memory")] string fact) => fact switch
        {
            "kernel" => RuntimeInformation.OSDescription,
            "uptime" => TimeSpan.FromMilliseconds(Environment.TickCount64).ToString("c"),
            "memory" => $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1 << 20)} MB",
            _ => throw new McpException("The fact is kernel, uptime or memory."),
        };
    }
}
