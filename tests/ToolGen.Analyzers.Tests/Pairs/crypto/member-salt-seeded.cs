// Pseudonymises members of a study; the salt comes from a Random that is seeded with the study's number.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using ToolGen;

namespace Vulnerable
{
    public static class StudyTools
    {
        /// <summary>Replaces the members' names by pseudonyms that nobody can turn back.</summary>
        /// <param name="study">The study's number.</param>
        /// <param name="members">Their names.</param>
        [Tool(ReadOnly = true)]
        public static Dictionary<string, string> Pseudonymise(int study, string[] members)
        {
            var salt = new byte[32];
            new Random(study).NextBytes(salt);
            return members.Distinct().ToDictionary(m => m, m => Pseudonym(m, salt));
        }

        private static string Pseudonym(string member, byte[] salt) =>
            "P" + Convert.ToHexString(HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(member)))[..12];
    }
}

namespace Fixed
{
    public static class StudyTools
    {
        /// <summary>Replaces the members' names by pseudonyms that nobody can turn back.</summary>
        /// <param name="study">The study's number.</param>
        /// <param name="members">Their names.</param>
        [Tool(ReadOnly = true)]
        public static Dictionary<string, string> Pseudonymise(int study, string[] members)
        {
            var salt = RandomNumberGenerator.GetBytes(32);
            var order = members.Distinct().ToArray();
            new Random(study).Shuffle(order);
            return order.ToDictionary(m => m, m => Pseudonym(m, salt));
        }

        private static string Pseudonym(string member, byte[] salt) =>
            "P" + Convert.ToHexString(HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(member)))[..12];
    }
}
