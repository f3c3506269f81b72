// Stops a job of the render farm; the number and the signal go to kill of libc as they come.
using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public static class JobTools
    {
        [DllImport("libc", SetLastError = true)]
        private static extern int kill(int pid, int signal);

        /// <summary>Starts a job and returns its number.</summary>
        [Tool]
        public static int StartJob(ushort frames) => Process.Start("render", ["--frames", frames.ToString()]).Id;

        /// <summary>Stops a job.</summary>
        /// <param name="job">Number of the job.</param>
        /// <param name="signal">Signal, 15 for a soft stop.</param>
        [Tool]
        public static bool StopJob(int job, int signal = 15)
        {
            if (kill(job, signal) == 0) return true;
            throw new ToolException("not_stopped", $"error {Marshal.GetLastPInvokeError()}");
        }
    }
}

namespace Fixed
{
    public static class JobTools
    {
        private static readonly ConcurrentDictionary<int, Process> Jobs = new();

        /// <summary>Starts a job and returns its number.</summary>
        [Tool]
        public static int StartJob(ushort frames)
        {
            if (Jobs.Count >= 8) throw new ToolException("busy", "8 jobs are running");
            var process = Process.Start("render", ["--frames", frames.ToString()]);
            Jobs[process.Id] = process;
            return process.Id;
        }

        /// <summary>Stops a job that was started here.</summary>
        /// <param name="job">Number of the job.</param>
        [Tool]
        public static bool StopJob(int job)
        {
            if (!Jobs.TryRemove(job, out var process)) throw new ToolException(ToolErrorCodes.InvalidInput, "there is no such job");
            using (process)
            {
                if (process.HasExited) return false;
                process.Kill(entireProcessTree: true);
                return true;
            }
        }
    }
}
