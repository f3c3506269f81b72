// Reads the names in a binary save game; lengths that stand in the data decide how much memory is taken.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Text;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public class SaveGameTools
    {
        [McpServerTool(Name = "read_party"), Description("Names of the party in a save game (base64).")]
        public string[] ReadParty(string save)
        {
            using var reader = new BinaryReader(new MemoryStream(Convert.FromBase64String(save)));
            if (reader.ReadUInt32() != 0x50415254) throw new InvalidDataException("no save game");

            var names = new string[reader.ReadInt32()];
            for (var i = 0; i < names.Length; i++)
            {
                var bytes = new byte[reader.ReadInt32()];
                reader.BaseStream.ReadExactly(bytes);
                names[i] = Encoding.UTF8.GetString(bytes);
            }

            return names;
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public class SaveGameTools
    {
        private const int MaxMembers = 8;
        private const int MaxName = 64;

        [McpServerTool(Name = "read_party"), Description("Names of the party in a save game (base64).")]
        public string[] ReadParty(string save)
        {
            using var reader = new BinaryReader(new MemoryStream(Convert.FromBase64String(save)));
            if (reader.ReadUInt32() != 0x50415254) throw new InvalidDataException("no save game");

            var names = new string[Length(reader, MaxMembers)];
            for (var i = 0; i < names.Length; i++)
            {
                var bytes = new byte[Length(reader, MaxName)];
                reader.BaseStream.ReadExactly(bytes);
                names[i] = Encoding.UTF8.GetString(bytes);
            }

            return names;
        }

        private static int Length(BinaryReader reader, int most)
        {
            var length = reader.ReadInt32();
            return length >= 0 && length <= most ? length : throw new InvalidDataException($"a length of {length} is beyond {most}");
        }
    }
}
