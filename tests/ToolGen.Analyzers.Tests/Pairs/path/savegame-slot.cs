// Loads and stores a save game; the slot is a text that becomes a file name.
using System;
using System.ComponentModel;
using System.IO;
using System.Text.Json;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public record GameState(int Level, int Coins, string[] Items);

    public abstract class SlotFiles
    {
        protected static string FileFor(string slot) => "saves/slot-" + slot;
    }

    public sealed class SavePlugin : SlotFiles
    {
        [KernelFunction, Description("Stores the state of the game.")]
        public void Store(string slot, GameState state) => File.WriteAllBytes(FileFor(slot), JsonSerializer.SerializeToUtf8Bytes(state));

        [KernelFunction, Description("Loads the state of the game.")]
        public GameState? Load(string slot) => JsonSerializer.Deserialize<GameState>(File.ReadAllBytes(FileFor(slot)));
    }
}

namespace Fixed
{
    public record GameState(int Level, int Coins, string[] Items);

    public abstract class SlotFiles
    {
        protected static string FileFor(string slot) =>
            byte.TryParse(slot, out var number) && number is >= 1 and <= 9 ? $"saves/slot-{number}.json" : throw new ArgumentException("Slots are 1 to 9.");
    }

    public sealed class SavePlugin : SlotFiles
    {
        [KernelFunction, Description("Stores the state of the game.")]
        public void Store(string slot, GameState state) => File.WriteAllBytes(FileFor(slot), JsonSerializer.SerializeToUtf8Bytes(state));

        [KernelFunction, Description("Loads the state of the game.")]
        public GameState? Load(string slot) => JsonSerializer.Deserialize<GameState>(File.ReadAllBytes(FileFor(slot)));
    }
}
