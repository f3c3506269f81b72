// Cleans phone numbers; what it does is appended to a log file of its own making.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ToolGen;

namespace Vulnerable
{
    internal interface IJournal
    {
        void Write(string line);
    }

    internal sealed class FileJournal : IJournal
    {
        public void Write(string line) => File.AppendAllText("phone-tool.log", $"{DateTime.UtcNow:O} {line}{Environment.NewLine}");
    }

    public sealed class PhoneTools
    {
        private readonly IJournal journal = new FileJournal();

        /// <summary>Phone numbers with digits and the plus sign only.</summary>
        [Tool(ReadOnly = true, OpenWorld = false)]
        public List<string> CleanPhoneNumbers(List<string> numbers)
        {
            var clean = numbers.ConvertAll(number => new string(number.Where(c => char.IsAsciiDigit(c) || c == '+').ToArray()));
            this.journal.Write($"cleaned {clean.Count} numbers");
            return clean;
        }
    }
}

namespace Fixed
{
    internal interface IJournal
    {
        void Write(string line);
    }

    internal sealed class ContextJournal(ToolContext context) : IJournal
    {
        public void Write(string line) => context.Log(line);
    }

    public sealed class PhoneTools
    {
        /// <summary>Phone numbers with digits and the plus sign only.</summary>
        [Tool(ReadOnly = true, OpenWorld = false)]
        public List<string> CleanPhoneNumbers(List<string> numbers, ToolContext context)
        {
            var clean = numbers.ConvertAll(number => new string(number.Where(c => char.IsAsciiDigit(c) || c == '+').ToArray()));
            IJournal journal = new ContextJournal(context);
            journal.Write($"cleaned {clean.Count} numbers");
            return clean;
        }
    }
}
