// Prepares a badge for a printer; the name is measured in characters and written in bytes behind each other.
using System;
using System.Runtime.InteropServices;
using System.Text;
using ToolGen;

namespace Vulnerable
{
    public unsafe struct Badge
    {
        public fixed byte Name[32];
        public int Level;
        public int Doors;
    }

    public sealed class BadgeTools
    {
        /// <summary>Prepares a badge and returns its bytes in base64.</summary>
        [Tool(Destructive = false)]
        public unsafe string PrepareBadge(string name, ToolContext context)
        {
            if (name.Length > 32) throw new ToolException(ToolErrorCodes.InvalidInput, "the name has at most 32 characters");

            Badge badge = default;
            badge.Level = 1;
            var encoded = Encoding.UTF8.GetBytes(name);
            for (int i = 0; i < encoded.Length; i++) badge.Name[i] = encoded[i];
            context.Log("badge prepared");
            return Convert.ToBase64String(new ReadOnlySpan<byte>(&badge, sizeof(Badge)));
        }
    }
}

namespace Fixed
{
    public sealed class BadgeTools
    {
        private const int NameSize = 32;

        /// <summary>Prepares a badge and returns its bytes in base64.</summary>
        [Tool(Destructive = false)]
        public string PrepareBadge(string name, ToolContext context)
        {
            var badge = new byte[NameSize + 8];
            if (!Encoding.UTF8.TryGetBytes(name, badge.AsSpan(0, NameSize), out _))
            {
                throw new ToolException(ToolErrorCodes.InvalidInput, "the name has at most 32 bytes in UTF-8");
            }

            BitConverter.TryWriteBytes(badge.AsSpan(NameSize), 1);
            context.Log("badge prepared");
            return Convert.ToBase64String(badge);
        }
    }
}
