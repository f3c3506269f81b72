// Makes a password for the guests' network; characters are picked by the shared Random.
using System;
using System.ComponentModel;
using System.Linq;
using System.Security.Cryptography;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public class GuestWifiPlugin
    {
        private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

        private string current = Generate(12);

        [KernelFunction("new_guest_password"), Description("Makes a new password for the guests' network.")]
        public string NewPassword(int length = 12)
        {
            this.current = Generate(Math.Clamp(length, 12, 32));
            return this.current;
        }

        [KernelFunction("room_of_the_day"), Description("Picks a meeting room.")]
        public string PickRoom(string[] rooms) => rooms[Random.Shared.Next(rooms.Length)];

        private static string Generate(int length) =>
            new(Enumerable.Range(0, length).Select(_ => Letters[Random.Shared.Next(Letters.Length)]).ToArray());
    }
}

namespace Fixed
{
    public class GuestWifiPlugin
    {
        private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

        private string current = Generate(12);

        [KernelFunction("new_guest_password"), Description("Makes a new password for the guests' network.")]
        public string NewPassword(int length = 12)
        {
            this.current = Generate(Math.Clamp(length, 12, 32));
            return this.current;
        }

        [KernelFunction("room_of_the_day"), Description("Picks a meeting room.")]
        public string PickRoom(string[] rooms) => rooms[Random.Shared.Next(rooms.Length)];

        private static string Generate(int length) => RandomNumberGenerator.GetString(Letters, length);
    }
}
