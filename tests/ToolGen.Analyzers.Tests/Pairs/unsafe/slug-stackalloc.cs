// Makes a slug of a title; the room for it is taken from the stack, as much as the title is long.
using System;
using System.Buffers;
using System.ComponentModel;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed class SlugPlugin
    {
        private const int MaxTitle = 10_000_000;

        [KernelFunction("make_slug"), Description("Makes a slug of a title.")]
        public string Make([Description("The title")] string title)
        {
            if (title.Length > MaxTitle) throw new ArgumentException("The title is too long.", nameof(title));

            Span<char> buffer = stackalloc char[title.Length];
            var length = 0;
            foreach (var c in title)
            {
                if (char.IsAsciiLetterOrDigit(c)) buffer[length++] = char.ToLowerInvariant(c);
                else if (length > 0 && buffer[length - 1] != '-') buffer[length++] = '-';
            }

            return buffer[..length].TrimEnd('-').ToString();
        }
    }
}

namespace Fixed
{
    public sealed class SlugPlugin
    {
        private const int MaxTitle = 10_000;

        [KernelFunction("make_slug"), Description("Makes a slug of a title.")]
        public string Make([Description("The title")] string title)
        {
            if (title.Length > MaxTitle) throw new ArgumentException("The title is too long.", nameof(title));

            char[]? rented = null;
            Span<char> buffer = title.Length <= 256 ? stackalloc char[256] : (rented = ArrayPool<char>.Shared.Rent(title.Length));
            try
            {
                var length = 0;
                foreach (var c in title)
                {
                    if (char.IsAsciiLetterOrDigit(c)) buffer[length++] = char.ToLowerInvariant(c);
                    else if (length > 0 && buffer[length - 1] != '-') buffer[length++] = '-';
                }

                return buffer[..length].TrimEnd('-').ToString();
            }
            finally
            {
                if (rented is not null) ArrayPool<char>.Shared.Return(rented);
            }
        }
    }
}
