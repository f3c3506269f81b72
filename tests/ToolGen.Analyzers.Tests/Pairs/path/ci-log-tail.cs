// Returns the last lines of a build's log; the build is a free text that becomes part of the path.
using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public static class BuildLogs
    {
        /// <summary>The last lines of the log of a build.</summary>
        /// <param name="build">The build, such as 1834.</param>
        /// <param name="step">The step, such as test.</param>
        /// <param name="lines">How many lines.</param>
        [Tool(ReadOnly = true)]
        public static async Task<string> TailBuildLog(string build, string step, int lines = 40, CancellationToken cancellationToken = default)
        {
            var file = string.Format("/srv/ci/logs/{0}/{1}", build, step);
            var all = await File.ReadAllLinesAsync(file, cancellationToken);
            return string.Join('\n', all.TakeLast(lines));
        }
    }
}

namespace Fixed
{
    public static class BuildLogs
    {
        public enum Step { Restore, Build, Test, Publish }

        /// <summary>The last lines of the log of a build.</summary>
        /// <param name="build">The build, such as 1834.</param>
        /// <param name="step">The step, such as test.</param>
        /// <param name="lines">How many lines.</param>
        [Tool(ReadOnly = true)]
        public static async Task<string> TailBuildLog(int build, Step step, int lines = 40, CancellationToken cancellationToken = default)
        {
            if (build <= 0 || !Enum.IsDefined(step)) throw new ToolException(ToolErrorCodes.InvalidInput, "there is no such build");
            var file = $"/srv/ci/logs/{build}/{step}".ToLowerInvariant();
            var all = await File.ReadAllLinesAsync(file, cancellationToken);
            return string.Join('\n', all.TakeLast(Math.Clamp(lines, 1, 500)));
        }
    }
}
