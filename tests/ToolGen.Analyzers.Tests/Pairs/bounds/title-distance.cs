// Edit distance of two titles; a matrix of one cell for each pair of characters is allocated from texts of any length.
using System;
using System.ComponentModel;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public class TextPlugin
    {
        [KernelFunction("edit_distance"), Description("How many edits turn one title into another.")]
        public static int Distance(string a, string b)
        {
            var cells = new int[a.Length + 1, b.Length + 1];
            for (var i = 0; i <= a.Length; i++) cells[i, 0] = i;
            for (var j = 0; j <= b.Length; j++) cells[0, j] = j;
            for (var i = 1; i <= a.Length; i++)
            {
                for (var j = 1; j <= b.Length; j++)
                {
                    var change = a[i - 1] == b[j - 1] ? 0 : 1;
                    cells[i, j] = Math.Min(Math.Min(cells[i - 1, j] + 1, cells[i, j - 1] + 1), cells[i - 1, j - 1] + change);
                }
            }

            return cells[a.Length, b.Length];
        }
    }
}

namespace Fixed
{
    public class TextPlugin
    {
        private const int MaxLength = 500;

        [KernelFunction("edit_distance"), Description("How many edits turn one title into another, each at most 500 characters.")]
        public static int Distance(string a, string b)
        {
            if (a.Length > MaxLength || b.Length > MaxLength)
            {
                throw new ArgumentException($"a title has at most {MaxLength} characters");
            }

            var before = new int[b.Length + 1];
            var row = new int[b.Length + 1];
            for (var j = 0; j <= b.Length; j++) before[j] = j;
            for (var i = 1; i <= a.Length; i++)
            {
                row[0] = i;
                for (var j = 1; j <= b.Length; j++)
                {
                    var change = a[i - 1] == b[j - 1] ? 0 : 1;
                    row[j] = Math.Min(Math.Min(before[j] + 1, row[j - 1] + 1), before[j - 1] + change);
                }

                (before, row) = (row, before);
            }

            return before[b.Length];
        }
    }
}
