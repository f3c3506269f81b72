// Masks the middle of card numbers; the read-only text is made writable, and texts of the cache change with it.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Runtime.InteropServices;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public interface ICards
    {
        string Number(Guid card);
    }

    [McpServerToolType]
    public sealed class CardTools(ICards cards)
    {
        [McpServerTool(Name = "show_card"), Description("Shows a card's number with a part of it masked.")]
        public string Show(Guid card, [Description("Digits at the end that stay")] int keep = 4)
        {
            var number = cards.Number(card);
            var memory = MemoryMarshal.AsMemory(number.AsMemory());
            Mask(memory.Span, keep);
            return number;
        }

        private static void Mask(Span<char> digits, int keep)
        {
            ref var first = ref MemoryMarshal.GetReference(digits);
            for (var i = 0; i < digits.Length - keep; i++) System.Runtime.CompilerServices.Unsafe.Add(ref first, i) = '*';
        }
    }
}

namespace Fixed
{
    public interface ICards
    {
        string Number(Guid card);
    }

    [McpServerToolType]
    public sealed class CardTools(ICards cards)
    {
        [McpServerTool(Name = "show_card"), Description("Shows a card's number with all but the end of it masked.")]
        public string Show(Guid card, [Description("Digits at the end that stay, at most 4")] int keep = 4)
        {
            var number = cards.Number(card);
            return string.Create(number.Length, (number, Math.Clamp(keep, 0, 4)), static (target, state) =>
            {
                var (source, shown) = state;
                target.Fill('*');
                var end = Math.Min(shown, source.Length);
                source.AsSpan(source.Length - end).CopyTo(target[^end..]);
            });
        }
    }
}
