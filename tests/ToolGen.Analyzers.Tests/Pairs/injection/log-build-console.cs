// Starts a build of a branch and prints what starts; line breaks are refused, but escape sequences reach the operator's terminal.
using System;
using System.Collections.Generic;
using System.Text;
using ToolGen;

namespace Vulnerable
{
    public static class BuildTools
    {
        private static readonly Queue<string> Pending = new();

        /// <summary>Queues a build.</summary>
        /// <param name="branch">The branch.</param>
        /// <param name="requester">Who wants it.</param>
        [Tool]
        public static string QueueBuild(string branch, string requester)
        {
            if ((branch + requester).AsSpan().IndexOfAny('\r', '\n') >= 0)
                throw new ToolException(ToolErrorCodes.InvalidInput, "one line, please");
            Pending.Enqueue(branch);
            Console.WriteLine("[{0:HH:mm:ss}] build of {1} for {2}", DateTime.UtcNow, branch, requester);
            return $"position {Pending.Count}";
        }
    }
}

namespace Fixed
{
    public static class BuildTools
    {
        private static readonly Queue<string> Pending = new();

        /// <summary>Queues a build.</summary>
        /// <param name="branch">The branch.</param>
        /// <param name="requester">Who wants it.</param>
        [Tool]
        public static string QueueBuild(string branch, string requester)
        {
            Pending.Enqueue(branch);
            Console.WriteLine("[{0:HH:mm:ss}] build of {1} for {2}", DateTime.UtcNow, Printable(branch), Printable(requester));
            return $"position {Pending.Count}";
        }

        private static string Printable(string text)
        {
            var sb = new StringBuilder(text.Length);
            foreach (var rune in text.EnumerateRunes())
            {
                if (Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029 || Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.Format)
                    sb.Append("\\u{").Append(rune.Value.ToString("x")).Append('}');
                else
                    sb.Append(rune);
            }

            return sb.ToString();
        }
    }
}
