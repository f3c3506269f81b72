// Assigns users to variants of an experiment; the seed is GetHashCode of the name, which every process salts anew.
using System;
using System.Security.Cryptography;
using System.Text;
using ToolGen;

namespace Vulnerable
{
    public sealed class ExperimentTools
    {
        private static readonly string[] Variants = ["control", "short", "long"];

        /// <summary>The variant of a user.</summary>
        /// <param name="experiment">The experiment.</param>
        /// <param name="user">The user.</param>
        [Tool(ReadOnly = true, Idempotent = true, OpenWorld = false)]
        public string PickVariant(string experiment, string user)
        {
            var random = new Random(Seed(experiment, user));
            return Variants[random.Next(Variants.Length)];
        }

        private static int Seed(string experiment, string user) => (experiment + ":" + user).GetHashCode();
    }
}

namespace Fixed
{
    public sealed class ExperimentTools
    {
        private static readonly string[] Variants = ["control", "short", "long"];

        /// <summary>The variant of a user.</summary>
        /// <param name="experiment">The experiment.</param>
        /// <param name="user">The user.</param>
        [Tool(ReadOnly = true, Idempotent = true, OpenWorld = false)]
        public string PickVariant(string experiment, string user)
        {
            var random = new Random(Seed(experiment, user));
            return Variants[random.Next(Variants.Length)];
        }

        private static int Seed(string experiment, string user)
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(experiment + ":" + user));
            return System.Buffers.Binary.BinaryPrimitives.ReadInt32LittleEndian(hash);
        }
    }
}
