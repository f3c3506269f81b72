using System;
using System.Collections.Generic;

namespace ToolGen.Registry.Storage;

/// <summary>
/// A database that keeps a registry's rows. What records mean, what follows from them, who may what, hashes and signatures are not its business: it shows one state of all rows at a time, and writes all of a turn or nothing.
/// Several processes may use one database; threads may read at once.
/// </summary>
internal interface IRegistryStore : IDisposable
{
    /// <summary>Where it lies, for people.</summary>
    string Place { get; }

    /// <summary>Whether there is one.</summary>
    bool Exists { get; }

    /// <summary>The form in which it keeps rows; stands in the first record of a log that is made with it.</summary>
    int Form { get; }

    /// <summary>Reads one state of the rows.</summary>
    /// <exception cref="RegistryException">The database can't be read, is no registry, or is newer.</exception>
    T Read<T>(Func<IStoredRows, T> read);

    /// <summary>Opens it for the one who writes in this process; made where there is none, brought up to date where it is older.</summary>
    /// <exception cref="RegistryException">It is newer, damaged, or can't be opened now.</exception>
    IStoreWriter OpenWriter();

    /// <summary>Whether there is one of an older form, which <see cref="OpenWriter"/> brings up to date.</summary>
    bool IsOlder { get; }

    /// <summary>Reads one state of all rows, of an older form too, and whatever else stands in the database; writes nothing.</summary>
    /// <exception cref="RegistryException">See <see cref="Read"/>; <see cref="RegistryFault.Damaged"/> also where a table is not there.</exception>
    T ReadWhole<T>(Func<IWholeRows, T> read);

    /// <summary>What is wrong with the database below its rows: pages, checksums. May take as long as reading it whole.</summary>
    IReadOnlyList<string> Damage();
}

/// <summary>Writes turn by turn. One thread uses it.</summary>
internal interface IStoreWriter : IDisposable
{
    /// <summary>Begins a turn: nobody else writes before it is over, in any process, and it sees all that was committed before it began (a snapshot that was taken while it waited is too old).</summary>
    /// <param name="isDurable">Whether what is committed must outlive a machine without power; no: the end of the process alone.</param>
    IWriteRows Begin(bool isDurable);

    /// <summary>
    /// Ends the turn; all of it is there for everybody. Where it throws, it may be there or not, and each caller is told that it failed: what changes a version is then found to be there, a record of a call that is given again counts twice.
    /// </summary>
    void Commit();

    /// <summary>Ends the turn; nothing of it is there. May be called where the database has done that by itself.</summary>
    void Undo();

    /// <summary>What was committed before outlives a machine without power.</summary>
    void Sync();

    /// <summary>Reads one state of the rows, between turns.</summary>
    /// <exception cref="RegistryException">It can't be read.</exception>
    T Read<T>(Func<IStoredRows, T> read);

    /// <summary>What an exception of the database says, in a sentence with a next step; null: it is none of the database's.</summary>
    RegistryException? Said(Exception exception);
}
