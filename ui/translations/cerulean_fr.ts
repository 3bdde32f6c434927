<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Your name</source>
        <translation>Votre nom</translation>
    </message>
    <message>
        <source>Signs your edits in the log, and the lock on a file that you have open. Empty: the name by which this computer knows you. Holds from the next file that is opened.</source>
        <translation>Signe vos modifications dans le journal, ainsi que le verrou sur un fichier que vous avez ouvert. Vide&#xa0;: le nom sous lequel cet ordinateur vous connaît. Prend effet au prochain fichier ouvert.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Of the window; forms and dossiers stay in English. Holds from the next start.</source>
        <translation>Celle de la fenêtre&#xa0;; les formulaires et les dossiers restent en anglais. Prend effet au prochain démarrage.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>High contrast is for bright rooms and for tired eyes.</source>
        <translation>Le contraste élevé convient aux pièces très éclairées et aux yeux fatigués.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>Size of the type</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>Of the whole window; print has its own.</source>
        <translation>Celle de toute la fenêtre&#xa0;; l’impression a la sienne.</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation>Orthographe</translation>
    </message>
    <message>
        <source>Unknown English words in narratives are underlined.</source>
        <translation>Les mots anglais inconnus sont soulignés dans les textes.</translation>
    </message>
    <message>
        <source>Underline unknown words</source>
        <translation>Souligner les mots inconnus</translation>
    </message>
    <message>
        <source>Leave them alone</source>
        <translation>Ne pas les souligner</translation>
    </message>
    <message>
        <source>Dossiers are built as</source>
        <translation>Format des dossiers</translation>
    </message>
    <message>
        <source>Can be changed each time that one is printed.</source>
        <translation>Peut être changé à chaque impression.</translation>
    </message>
    <message>
        <source>PDF/A-3 with the project inside</source>
        <translation>PDF/A-3 contenant le projet</translation>
    </message>
    <message>
        <source>PDF/A-2 without attachment</source>
        <translation>PDF/A-2 sans pièce jointe</translation>
    </message>
    <message>
        <source>Folder for dossiers</source>
        <translation>Répertoire des dossiers</translation>
    </message>
    <message>
        <source>Empty: the folder of the project file.</source>
        <translation>Vide&#xa0;: le répertoire du fichier du projet.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>A&amp;ller</translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation>&amp;Projet</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>E&amp;xamen</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Vérification</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aid&amp;e</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>&amp;Nouveau projet…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Ouvrir…</translation>
    </message>
    <message>
        <source>Open read-only to re&amp;view…</source>
        <translation>Ouvrir en lecture seule pour e&amp;xamen…</translation>
    </message>
    <message>
        <source>&amp;Library of projects</source>
        <translation>&amp;Bibliothèque de projets</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Enregistrer &amp;sous…</translation>
    </message>
    <message>
        <source>&amp;Revert to saved</source>
        <translation>Re&amp;venir à la version enregistrée</translation>
    </message>
    <message>
        <source>&amp;Import an archive or dossier…</source>
        <translation>&amp;Importer une archive ou un dossier…</translation>
    </message>
    <message>
        <source>&amp;Export an archive…</source>
        <translation>Ex&amp;porter une archive…</translation>
    </message>
    <message>
        <source>Write a p&amp;ublic edition…</source>
        <translation>Produire une édition p&amp;ublique…</translation>
    </message>
    <message>
        <source>&amp;Documents beside the design document</source>
        <translation>&amp;Documents accompagnant le descriptif de projet</translation>
    </message>
    <message>
        <source>Show &amp;findings</source>
        <translation>Afficher les &amp;constatations</translation>
    </message>
    <message>
        <source>&amp;Raise a finding…</source>
        <translation>&amp;Formuler une constatation…</translation>
    </message>
    <message>
        <source>Show the &amp;checklist</source>
        <translation>Afficher la &amp;liste de contrôle</translation>
    </message>
    <message>
        <source>&amp;Note to oneself…</source>
        <translation>&amp;Note personnelle…</translation>
    </message>
    <message>
        <source>&amp;Write a review file…</source>
        <translation>Produire un fichier d’e&amp;xamen…</translation>
    </message>
    <message>
        <source>&amp;Take in a review file…</source>
        <translation>&amp;Intégrer un fichier d’examen…</translation>
    </message>
    <message>
        <source>Take in &amp;annotations of a PDF…</source>
        <translation>Intégrer les &amp;annotations d’un PDF…</translation>
    </message>
    <message>
        <source>Take in a table of f&amp;indings…</source>
        <translation>Intégrer un &amp;tableau de constatations…</translation>
    </message>
    <message>
        <source>Write the ta&amp;ble of findings…</source>
        <translation>Produire le ta&amp;bleau des constatations…</translation>
    </message>
    <message>
        <source>Free&amp;ze revision…</source>
        <translation>Fi&amp;ger la révision…</translation>
    </message>
    <message>
        <source>Co&amp;mpare with the last revision</source>
        <translation>Co&amp;mparer à la dernière révision</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Historique…</translation>
    </message>
    <message>
        <source>&amp;Print dossier…</source>
        <translation>I&amp;mprimer le dossier…</translation>
    </message>
    <message>
        <source>&amp;Close project</source>
        <translation>&amp;Fermer le projet</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>&amp;Find in the project…</source>
        <translation>Re&amp;chercher dans le projet…</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>Rechercher le &amp;suivant</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>Rechercher le &amp;précédent</translation>
    </message>
    <message>
        <source>Pre&amp;ferences…</source>
        <translation>Pré&amp;férences…</translation>
    </message>
    <message>
        <source>&amp;Command or place…</source>
        <translation>&amp;Commande ou emplacement…</translation>
    </message>
    <message>
        <source>Filter sections and &amp;fields</source>
        <translation>Fil&amp;trer les sections et les champs</translation>
    </message>
    <message>
        <source>Next &amp;required field</source>
        <translation>Champ &amp;obligatoire suivant</translation>
    </message>
    <message>
        <source>Next &amp;problem</source>
        <translation>&amp;Problème suivant</translation>
    </message>
    <message>
        <source>Previous pro&amp;blem</source>
        <translation>Pro&amp;blème précédent</translation>
    </message>
    <message>
        <source>Next &amp;section</source>
        <translation>&amp;Section suivante</translation>
    </message>
    <message>
        <source>Previous s&amp;ection</source>
        <translation>S&amp;ection précédente</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Retour</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Avancer</translation>
    </message>
    <message>
        <source>Next pa&amp;ne</source>
        <translation>&amp;Volet suivant</translation>
    </message>
    <message>
        <source>&amp;Check again</source>
        <translation>&amp;Vérifier à nouveau</translation>
    </message>
    <message>
        <source>Show &amp;problems</source>
        <translation>Afficher les &amp;problèmes</translation>
    </message>
    <message>
        <source>Show what is &amp;left, by section</source>
        <translation>Afficher ce qui &amp;reste, par section</translation>
    </message>
    <message>
        <source>Show &amp;working</source>
        <translation>Afficher le &amp;calcul</translation>
    </message>
    <message>
        <source>Show &amp;evidence and citations</source>
        <translation>Afficher les &amp;justificatifs et les citations</translation>
    </message>
    <message>
        <source>Show pre&amp;view of the pages</source>
        <translation>Afficher l’&amp;aperçu des pages</translation>
    </message>
    <message>
        <source>Show &amp;help beside the form</source>
        <translation>Afficher l’&amp;aide à côté du formulaire</translation>
    </message>
    <message>
        <source>Show or hide the &amp;tree</source>
        <translation>Afficher ou masquer l’a&amp;rborescence</translation>
    </message>
    <message>
        <source>Show or hide the &amp;inspector</source>
        <translation>Afficher ou masquer l’&amp;inspecteur</translation>
    </message>
    <message>
        <source>&amp;Larger type</source>
        <translation>A&amp;grandir le texte</translation>
    </message>
    <message>
        <source>&amp;Smaller type</source>
        <translation>Ré&amp;duire le texte</translation>
    </message>
    <message>
        <source>&amp;Normal type</source>
        <translation>Texte de taille &amp;normale</translation>
    </message>
    <message>
        <source>Colours of the s&amp;ystem</source>
        <translation>Couleurs du &amp;système</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Couleurs claires</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Couleurs sombres</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Plein écran</translation>
    </message>
    <message>
        <source>Help for this &amp;field</source>
        <translation>Aide sur ce &amp;champ</translation>
    </message>
    <message>
        <source>Ke&amp;yboard shortcuts</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Pièces jointes</translation>
    </message>
    <message>
        <source>Calculated figures</source>
        <translation>Valeurs calculées</translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation>Aucune différence.</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(aucun)</translation>
    </message>
    <message>
        <source>restore</source>
        <translation>restaurer</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>row added</source>
        <translation>ligne ajoutée</translation>
    </message>
    <message>
        <source>row removed</source>
        <translation>ligne supprimée</translation>
    </message>
    <message>
        <source>moved from {before} to {after}</source>
        <translation>déplacé de {before} à {after}</translation>
    </message>
    <message>
        <source>{size} bytes, SHA-256 {hash}…</source>
        <translation>{size} octets, SHA-256 {hash}…</translation>
    </message>
    <message>
        <source>Requirement: {words}</source>
        <translation>Exigence&#xa0;: {words}</translation>
    </message>
    <message>
        <source>raised</source>
        <translation>formulée</translation>
    </message>
    <message>
        <source>Response {n}</source>
        <translation>Réponse {n}</translation>
    </message>
    <message>
        <source>Assessment {n}</source>
        <translation>Évaluation {n}</translation>
    </message>
    <message>
        <source>finding closed</source>
        <translation>constatation close</translation>
    </message>
    <message>
        <source>Evidence: {name}</source>
        <translation>Justificatif&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Changed since revision {n}:</source>
        <translation>Modifié depuis la révision {n}&#xa0;:</translation>
    </message>
    <message>
        <source>Latitude and longitude exchanged? The other way round, {names} is in {country}.</source>
        <translation>Latitude et longitude interverties&#xa0;? Dans l’autre sens, {names} se trouve en {country}.</translation>
    </message>
    <message>
        <source>Latitude and longitude exchanged? The other way round, {names} are in {country}.</source>
        <translation>Latitude et longitude interverties&#xa0;? Dans l’autre sens, {names} se trouvent en {country}.</translation>
    </message>
    <message>
        <source>Exchange them</source>
        <translation>Les intervertir</translation>
    </message>
    <message>
        <source>Edit {what}</source>
        <translation>Modifier {what}</translation>
    </message>
    <message>
        <source>Add row</source>
        <translation>Ajouter une ligne</translation>
    </message>
    <message>
        <source>Remove row</source>
        <translation>Supprimer une ligne</translation>
    </message>
    <message>
        <source>Move row</source>
        <translation>Déplacer une ligne</translation>
    </message>
    <message>
        <source>Clear cells</source>
        <translation>Vider les cellules</translation>
    </message>
    <message>
        <source>Next field; after an ambiguous entry, its meanings</source>
        <translation>Champ suivant ; après une saisie ambiguë, ses sens</translation>
    </message>
    <message>
        <source>Previous field</source>
        <translation>Champ précédent</translation>
    </message>
    <message>
        <source>Menu of the field</source>
        <translation>Menu du champ</translation>
    </message>
    <message>
        <source>Calendar of a date</source>
        <translation>Calendrier d’une date</translation>
    </message>
    <message>
        <source>Close a question below a field</source>
        <translation>Fermer une question sous un champ</translation>
    </message>
    <message>
        <source>In fields</source>
        <translation>Dans les champs</translation>
    </message>
    <message>
        <source>Next cell</source>
        <translation>Cellule suivante</translation>
    </message>
    <message>
        <source>Leave the table for the next field</source>
        <translation>Quitter le tableau vers le champ suivant</translation>
    </message>
    <message>
        <source>Leave the table for the previous field</source>
        <translation>Quitter le tableau vers le champ précédent</translation>
    </message>
    <message>
        <source>End typing; then leave the table</source>
        <translation>Finir la saisie, puis quitter le tableau</translation>
    </message>
    <message>
        <source>Type into the cell</source>
        <translation>Écrire dans la cellule</translation>
    </message>
    <message>
        <source>Clear the cells</source>
        <translation>Vider les cellules</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>Recopier vers le bas</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>Ajouter une ligne</translation>
    </message>
    <message>
        <source>Remove the row</source>
        <translation>Supprimer la ligne</translation>
    </message>
    <message>
        <source>Move the row up</source>
        <translation>Monter la ligne</translation>
    </message>
    <message>
        <source>Move the row down</source>
        <translation>Descendre la ligne</translation>
    </message>
    <message>
        <source>In tables</source>
        <translation>Dans les tableaux</translation>
    </message>
    <message>
        <source>Paste table</source>
        <translation>Coller un tableau</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Joindre des fichiers</translation>
    </message>
    <message>
        <source>Import places</source>
        <translation>Importer des lieux</translation>
    </message>
    <message>
        <source>Import {what}</source>
        <translation>Importer {what}</translation>
    </message>
    <message>
        <source>Exchange latitude and longitude</source>
        <translation>Intervertir latitude et longitude</translation>
    </message>
    <message>
        <source>Apply {what}</source>
        <translation>Appliquer {what}</translation>
    </message>
    <message>
        <source>Raise {what}</source>
        <translation>Formuler {what}</translation>
    </message>
    <message>
        <source>Respond to {what}</source>
        <translation>Répondre à {what}</translation>
    </message>
    <message>
        <source>Assess {what}</source>
        <translation>Évaluer {what}</translation>
    </message>
    <message>
        <source>Close {what}</source>
        <translation>Clore {what}</translation>
    </message>
    <message>
        <source>Judge {what}</source>
        <translation>Juger {what}</translation>
    </message>
    <message>
        <source>Justify {what}</source>
        <translation>Justifier {what}</translation>
    </message>
    <message>
        <source>Withdraw the reason for {what}</source>
        <translation>Retirer la justification de {what}</translation>
    </message>
    <message>
        <source>Take a note</source>
        <translation>Prendre une note</translation>
    </message>
    <message>
        <source>Take over a table of findings</source>
        <translation>Reprendre un tableau de constats</translation>
    </message>
    <message>
        <source>Take over the annotations of {what}</source>
        <translation>Reprendre les annotations de {what}</translation>
    </message>
    <message>
        <source>Take over the review of {what}</source>
        <translation>Reprendre la revue de {what}</translation>
    </message>
    <message>
        <source>Merge what was saved meanwhile</source>
        <translation>Fusionner ce qui a été enregistré entre-temps</translation>
    </message>
    <message>
        <source>Bring back {what}</source>
        <translation>Rétablir {what}</translation>
    </message>
    <message>
        <source>Restore the backup of {what}</source>
        <translation>Restaurer la sauvegarde du {what}</translation>
    </message>
    <message>
        <source>Restore {what}</source>
        <translation>Restaurer {what}</translation>
    </message>
    <message>
        <source>Take back {what}</source>
        <translation>Reprendre : {what}</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Exemple</translation>
    </message>
    <message>
        <source>“{text}” is not a number.</source>
        <translation>«&#xa0;{text}&#xa0;» n’est pas un nombre.</translation>
    </message>
    <message>
        <source>Write it in digits, for example 1,048.5.</source>
        <translation>Écrivez-le en chiffres, par exemple 1,048.5.</translation>
    </message>
    <message>
        <source>“{text}” can mean {meanings}.</source>
        <translation>«&#xa0;{text}&#xa0;» peut signifier {meanings}.</translation>
    </message>
    <message>
        <source> or </source>
        <translation> ou </translation>
    </message>
    <message>
        <source>Which one is meant?</source>
        <translation>Lequel est voulu&#xa0;?</translation>
    </message>
    <message>
        <source>Give the number in {unit}.</source>
        <translation>Donnez le nombre en {unit}.</translation>
    </message>
    <message>
        <source>“{unit}” behind the number is not a unit.</source>
        <translation>«&#xa0;{unit}&#xa0;» après le nombre n’est pas une unité.</translation>
    </message>
    <message>
        <source>{amount} per year</source>
        <translation>{amount} par an</translation>
    </message>
    <message>
        <source>{unit} does not fit here: the field is in {wanted}.</source>
        <translation>{unit} ne convient pas ici&#xa0;: le champ est en {wanted}.</translation>
    </message>
    <message>
        <source>Check the unit, or give the number alone.</source>
        <translation>Vérifiez l’unité, ou donnez le nombre seul.</translation>
    </message>
    <message>
        <source>{typed} read as {made}</source>
        <translation>{typed} lu comme {made}</translation>
    </message>
    <message>
        <source>“{side}” is not a side of this coordinate: latitudes are north or south, longitudes east or west.</source>
        <translation>« {side} » ne convient pas à cette coordonnée : une latitude est nord ou sud, une longitude est ou ouest.</translation>
    </message>
    <message>
        <source>Check whether latitude and longitude are exchanged.</source>
        <translation>Vérifiez si latitude et longitude sont inversées.</translation>
    </message>
    <message>
        <source>{value} is not a latitude: they run from -90 to 90 degrees.</source>
        <translation>{value} n’est pas une latitude : elle va de -90 à 90 degrés.</translation>
    </message>
    <message>
        <source>{value} is not a longitude: they run from -180 to 180 degrees.</source>
        <translation>{value} n’est pas une longitude : elle va de -180 à 180 degrés.</translation>
    </message>
    <message>
        <source>{value} is more than a full turn of 360 degrees.</source>
        <translation>{value} dépasse un tour complet de 360 degrés.</translation>
    </message>
    <message>
        <source>Minutes and seconds of an angle are below 60.</source>
        <translation>Les minutes et secondes d’un angle sont inférieures à 60.</translation>
    </message>
    <message>
        <source>Check the coordinates.</source>
        <translation>Vérifiez les coordonnées.</translation>
    </message>
    <message>
        <source>no unit, a plain number</source>
        <translation>sans unité, un simple nombre</translation>
    </message>
    <message>
        <source>This methodology alone. The project as a whole reduces {total} {unit}.</source>
        <translation>Cette méthodologie seule. Le projet entier réduit {total} {unit}.</translation>
    </message>
    <message>
        <source>Not calculated yet.</source>
        <translation>Pas encore calculé.</translation>
    </message>
    <message>
        <source>Reductions of {total} {unit}, {average} a year</source>
        <translation>Réductions de {total} {unit}, {average} par an</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Niveau de référence</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <source>Leakage</source>
        <translation>Fuites</translation>
    </message>
    <message>
        <source>Reductions</source>
        <translation>Réductions</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Année</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>By year, {unit}</source>
        <translation>Par année, {unit}</translation>
    </message>
    <message>
        <source>Project and leakage</source>
        <translation>Projet et fuites</translation>
    </message>
    <message>
        <source>Folder for a copy of {name}</source>
        <translation>Répertoire pour une copie de {name}</translation>
    </message>
    <message>
        <source>{file} could not be written: {why}.</source>
        <translation>{file} n’a pas pu être écrit&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Choisissez un autre répertoire.</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Afficher le répertoire</translation>
    </message>
    <message>
        <source>Copied to {file}. Its hash is {hash}.</source>
        <translation>Copié vers {file}. Son empreinte est {hash}.</translation>
    </message>
    <message>
        <source>Start the project</source>
        <translation>Commencer le projet</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>1 erreur</translation>
    </message>
    <message>
        <source>{n} errors</source>
        <translation>{n} erreurs</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>1 avertissement</translation>
    </message>
    <message>
        <source>{n} warnings</source>
        <translation>{n} avertissements</translation>
    </message>
    <message>
        <source>no problems</source>
        <translation>aucun problème</translation>
    </message>
    <message>
        <source>Import a series</source>
        <translation>Importer une série</translation>
    </message>
    <message>
        <source>{file} cannot be read.</source>
        <translation>{file} ne peut pas être lu.</translation>
    </message>
    <message>
        <source>left blank</source>
        <translation>laissé vide</translation>
    </message>
    <message>
        <source>“{text}” is not a row that can be chosen here.</source>
        <translation>«&#xa0;{text}&#xa0;» n’est pas une ligne que l’on peut choisir ici.</translation>
    </message>
    <message>
        <source>Choose from the list.</source>
        <translation>Choisissez dans la liste.</translation>
    </message>
    <message>
        <source>This value is not allowed here.</source>
        <translation>Cette valeur n’est pas admise ici.</translation>
    </message>
    <message>
        <source>Left blank on purpose, because</source>
        <translation>Laissé vide volontairement, parce que</translation>
    </message>
    <message>
        <source>Estimated how?</source>
        <translation>Estimée comment&#xa0;?</translation>
    </message>
    <message>
        <source>Which table and row?</source>
        <translation>Quelle table et quelle ligne&#xa0;?</translation>
    </message>
    <message>
        <source>Imported from which file?</source>
        <translation>Importée de quel fichier&#xa0;?</translation>
    </message>
    <message>
        <source>Why does the default or calculated value not fit? It is printed.</source>
        <translation>Pourquoi la valeur par défaut ou calculée ne convient-elle pas&#xa0;? Ce motif est imprimé.</translation>
    </message>
    <message>
        <source>Leave blank on purpose…</source>
        <translation>Laisser vide volontairement…</translation>
    </message>
    <message>
        <source>Origin of the value</source>
        <translation>Origine de la valeur</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Go to Project facts</source>
        <translation>Aller à «&#xa0;Project facts&#xa0;»</translation>
    </message>
    <message>
        <source>Raise a finding…</source>
        <translation>Formuler une constatation…</translation>
    </message>
    <message>
        <source>Note to oneself…</source>
        <translation>Note personnelle…</translation>
    </message>
    <message>
        <source>Help for this field (F1)</source>
        <translation>Aide sur ce champ (F1)</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>Saisie</translation>
    </message>
    <message>
        <source>Estimated…</source>
        <translation>Estimée…</translation>
    </message>
    <message>
        <source>Default of a table…</source>
        <translation>Valeur par défaut d’une table…</translation>
    </message>
    <message>
        <source>Imported…</source>
        <translation>Importée…</translation>
    </message>
    <message>
        <source>Overrides a default or calculated value…</source>
        <translation>Remplace une valeur par défaut ou calculée…</translation>
    </message>
    <message>
        <source>required</source>
        <translation>obligatoire</translation>
    </message>
    <message>
        <source>show</source>
        <translation>afficher</translation>
    </message>
    <message>
        <source>Shown here from Project facts</source>
        <translation>Repris de «&#xa0;Project facts&#xa0;»</translation>
    </message>
    <message>
        <source>fold</source>
        <translation>replier</translation>
    </message>
    <message>
        <source>More about {name}</source>
        <translation>Plus d’options pour {name}</translation>
    </message>
    <message>
        <source>Leave blank on purpose, origin of the value, help (Menu key)</source>
        <translation>Laisser vide volontairement, origine de la valeur, aide (touche Menu)</translation>
    </message>
    <message>
        <source>Show these findings</source>
        <translation>Afficher ces constatations</translation>
    </message>
    <message>
        <source>Not closed: {names}</source>
        <translation>Non closes&#xa0;: {names}</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>saisie</translation>
    </message>
    <message>
        <source>calculated</source>
        <translation>calculée</translation>
    </message>
    <message>
        <source>default</source>
        <translation>par défaut</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importée</translation>
    </message>
    <message>
        <source>overridden</source>
        <translation>remplacée</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>estimée</translation>
    </message>
    <message>
        <source>read as {value}</source>
        <translation>lu comme {value}</translation>
    </message>
    <message>
        <source>{words}, printed as {printed}</source>
        <translation>{words}, imprimé {printed}</translation>
    </message>
    <message>
        <source>there is no place to go back to</source>
        <translation>il n’y a pas d’endroit où revenir</translation>
    </message>
    <message>
        <source>you did not go back</source>
        <translation>vous n’êtes pas revenu en arrière</translation>
    </message>
    <message>
        <source>no project is open</source>
        <translation>aucun projet n’est ouvert</translation>
    </message>
    <message>
        <source>the file holds everything</source>
        <translation>le fichier contient tout</translation>
    </message>
    <message>
        <source>the project was never saved</source>
        <translation>le projet n’a jamais été enregistré</translation>
    </message>
    <message>
        <source>nothing changed since the last save</source>
        <translation>rien n’a changé depuis le dernier enregistrement</translation>
    </message>
    <message>
        <source>nothing required is missing</source>
        <translation>rien d’obligatoire ne manque</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>{place} and {n} more</source>
        <translation>{place} et {n} autres</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>Annulé : {what}</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>Rétabli : {what}</translation>
    </message>
    <message>
        <source>By others: {what}</source>
        <translation>Par d’autres : {what}</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Projets &amp;récents</translation>
    </message>
    <message>
        <source>&amp;Backups</source>
        <translation>Copies de sauve&amp;garde</translation>
    </message>
    <message>
        <source>&amp;Bring back a document</source>
        <translation>Réta&amp;blir un document</translation>
    </message>
    <message>
        <source>Carry &amp;over to a later form</source>
        <translation>Re&amp;prendre dans un formulaire ultérieur</translation>
    </message>
    <message>
        <source>Cerulean</source>
        <translation>Cerulean</translation>
    </message>
    <message>
        <source>{title} – {file}[*] – Cerulean</source>
        <translation>{title} – {file}[*] – Cerulean</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>pas encore enregistré</translation>
    </message>
    <message>
        <source>{file}, read-only to review</source>
        <translation>{file}, en lecture seule pour examen</translation>
    </message>
    <message>
        <source>Read-only, to review</source>
        <translation>Lecture seule, pour examen</translation>
    </message>
    <message>
        <source>Not saved to a file yet</source>
        <translation>Pas encore enregistré dans un fichier</translation>
    </message>
    <message>
        <source>1 edit since the last save</source>
        <translation>1 modification depuis le dernier enregistrement</translation>
    </message>
    <message>
        <source>{n} edits since the last save</source>
        <translation>{n} modifications depuis le dernier enregistrement</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Enregistré à {time}</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>&amp;Undo {label}</source>
        <translation>&amp;Annuler {label}</translation>
    </message>
    <message>
        <source>&amp;Redo {label}</source>
        <translation>&amp;Rétablir {label}</translation>
    </message>
    <message>
        <source>there is nothing to undo</source>
        <translation>il n’y a rien à annuler</translation>
    </message>
    <message>
        <source>nothing was undone</source>
        <translation>rien n’a été annulé</translation>
    </message>
    <message>
        <source>Scope {scopes}</source>
        <translation>Domaine {scopes}</translation>
    </message>
    <message>
        <source>Scale: {scale}</source>
        <translation>Échelle : {scale}</translation>
    </message>
    <message>
        <source>Energy industries</source>
        <translation>Industries de l’énergie</translation>
    </message>
    <message>
        <source>Energy distribution</source>
        <translation>Distribution d’énergie</translation>
    </message>
    <message>
        <source>Energy demand</source>
        <translation>Demande d’énergie</translation>
    </message>
    <message>
        <source>Manufacturing industries</source>
        <translation>Industries manufacturières</translation>
    </message>
    <message>
        <source>Chemical industry</source>
        <translation>Industrie chimique</translation>
    </message>
    <message>
        <source>Construction</source>
        <translation>Construction</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>Mining and mineral production</source>
        <translation>Mines et production minérale</translation>
    </message>
    <message>
        <source>Metal production</source>
        <translation>Production de métaux</translation>
    </message>
    <message>
        <source>Fugitive emissions from fuels</source>
        <translation>Émissions fugitives des combustibles</translation>
    </message>
    <message>
        <source>Fugitive emissions of halocarbons and SF6</source>
        <translation>Émissions fugitives d’halocarbures et de SF6</translation>
    </message>
    <message>
        <source>Solvents use</source>
        <translation>Utilisation de solvants</translation>
    </message>
    <message>
        <source>Waste handling and disposal</source>
        <translation>Traitement et élimination des déchets</translation>
    </message>
    <message>
        <source>Afforestation and reforestation</source>
        <translation>Boisement et reboisement</translation>
    </message>
    <message>
        <source>Agriculture</source>
        <translation>Agriculture</translation>
    </message>
    <message>
        <source>Carbon capture and storage</source>
        <translation>Captage et stockage du carbone</translation>
    </message>
    <message>
        <source>large</source>
        <translation>grande</translation>
    </message>
    <message>
        <source>small</source>
        <translation>petite</translation>
    </message>
    <message>
        <source>in force from {start} to {end}</source>
        <translation>en vigueur du {start} au {end}</translation>
    </message>
    <message>
        <source>in force from {start}</source>
        <translation>en vigueur depuis le {start}</translation>
    </message>
    <message>
        <source>in force to {end}</source>
        <translation>en vigueur jusqu’au {end}</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>pas encore de réponse</translation>
    </message>
    <message>
        <source>Which one is meant? Written as {example} there is no doubt.</source>
        <translation>Laquelle est la bonne ? Écrite {example}, elle ne laisse aucun doute.</translation>
    </message>
    <message>
        <source>1 column on the right of what was pasted found no place in the table.</source>
        <translation>1 colonne à droite du bloc collé n’a pas trouvé de place dans le tableau.</translation>
    </message>
    <message>
        <source>{n} columns on the right of what was pasted found no place in the table.</source>
        <translation>{n} colonnes à droite du bloc collé n’ont pas trouvé de place dans le tableau.</translation>
    </message>
    <message>
        <source>1 row at the end of what was pasted found no place in the table.</source>
        <translation>1 ligne à la fin du bloc collé n’a pas trouvé de place dans le tableau.</translation>
    </message>
    <message>
        <source>{n} rows at the end of what was pasted found no place in the table.</source>
        <translation>{n} lignes à la fin du bloc collé n’ont pas trouvé de place dans le tableau.</translation>
    </message>
    <message>
        <source>They are on the clipboard still. Undo takes the rest back too.</source>
        <translation>Le presse-papiers les contient encore. Annuler retire aussi le reste.</translation>
    </message>
    <message>
        <source>1 cell could not be read. It keeps what was pasted and is marked.</source>
        <translation>1 cellule n’a pas pu être lue. Elle garde ce qui a été collé et elle est marquée.</translation>
    </message>
    <message>
        <source>{n} cells could not be read. They keep what was pasted and are marked.</source>
        <translation>{n} cellules n’ont pas pu être lues. Elles gardent ce qui a été collé et sont marquées.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fermer (Échap)</translation>
    </message>
</context>
<context>
    <name>BlankNote</name>
    <message>
        <source>Answer after all</source>
        <translation>Répondre quand même</translation>
    </message>
    <message>
        <source>Left blank on purpose: {reason}</source>
        <translation>Laissé vide volontairement&#xa0;: {reason}</translation>
    </message>
</context>
<context>
    <name>BlockEditor</name>
    <message>
        <source>Add another (Alt+Insert)</source>
        <translation>Ajouter un élément (Alt+Inser)</translation>
    </message>
</context>
<context>
    <name>BlocksView</name>
    <message>
        <source>The arrow keys go from value to value, Enter shows how a value is worked out.</source>
        <translation>Les flèches vont de valeur en valeur, Entrée montre comment une valeur est calculée.</translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>What is left here: {n} required</source>
        <translation>Obligatoires restants ici&#xa0;: {n}</translation>
    </message>
    <message>
        <source>{n} left</source>
        <translation>reste {n}</translation>
    </message>
    <message>
        <source>Nothing required is left here</source>
        <translation>Plus rien d’obligatoire ici</translation>
    </message>
    <message>
        <source>none left</source>
        <translation>rien ne manque</translation>
    </message>
    <message>
        <source>next: {place} (Ctrl+Enter)</source>
        <translation>suivant&#xa0;: {place} (Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>next: {place}</source>
        <translation>suivant : {place}</translation>
    </message>
    <message>
        <source>{name} · {percent} %</source>
        <translation>{name} · {percent}&#xa0;%</translation>
    </message>
</context>
<context>
    <name>ButtonsEditor</name>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
</context>
<context>
    <name>CalculationPage</name>
    <message>
        <source>Results by year</source>
        <translation>Résultats par année</translation>
    </message>
    <message>
        <source>What if: sensitivity, other choices, what changed</source>
        <translation>Hypothèses&#xa0;: sensibilité, autres choix, changements</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Données d’entrée</translation>
    </message>
    <message>
        <source>1 thing stands in the way; nothing is calculated from what is missing</source>
        <translation>1 obstacle&#xa0;; rien n’est calculé à partir de ce qui manque</translation>
    </message>
    <message>
        <source>{n} things stand in the way; nothing is calculated from what is missing</source>
        <translation>{n} obstacles&#xa0;; rien n’est calculé à partir de ce qui manque</translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation>À regarder</translation>
    </message>
    <message>
        <source>… and {n} more</source>
        <translation>… et {n} de plus</translation>
    </message>
</context>
<context>
    <name>Captions</name>
    <message>
        <source>Without a caption it gets no number.</source>
        <translation>Sans légende, elle ne reçoit pas de numéro.</translation>
    </message>
    <message>
        <source>The picture is not among the files of the project.</source>
        <translation>L’image n’est pas parmi les fichiers du projet.</translation>
    </message>
    <message>
        <source>No alternative text: what does it show, for those who cannot see it?</source>
        <translation>Pas de texte de remplacement : que montre l’image, pour qui ne peut pas la voir ?</translation>
    </message>
    <message>
        <source>Alternative text: {words}</source>
        <translation>Texte de remplacement : {words}</translation>
    </message>
</context>
<context>
    <name>CellDelegate</name>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
</context>
<context>
    <name>ChangesView</name>
    <message>
        <source>Compare from now on</source>
        <translation>Comparer à partir de maintenant</translation>
    </message>
    <message>
        <source>Since {time}</source>
        <translation>Depuis {time}</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>No figure changed.</source>
        <translation>Aucune valeur n’a changé.</translation>
    </message>
</context>
<context>
    <name>CheckButton</name>
    <message>
        <source>Show the problems (F5 checks again)</source>
        <translation>Afficher les problèmes (F5 vérifie à nouveau)</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>Check: {counts}</source>
        <translation>Vérifier&#xa0;: {counts}</translation>
    </message>
</context>
<context>
    <name>ChecklistPanel</name>
    <message>
        <source>Questions of the checklist</source>
        <translation>Questions de la liste de contrôle</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>Satisfait</translation>
    </message>
    <message>
        <source>Not met</source>
        <translation>Non satisfait</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>Sans objet</translation>
    </message>
    <message>
        <source>What was looked at, and what it showed</source>
        <translation>Ce qui a été examiné, et ce qui en ressort</translation>
    </message>
    <message>
        <source>Keep the judgement</source>
        <translation>Conserver l’avis</translation>
    </message>
    <message>
        <source>Finding that the judgement led to</source>
        <translation>Constatation issue de l’avis</translation>
    </message>
    <message>
        <source>Raise a finding…</source>
        <translation>Formuler une constatation…</translation>
    </message>
    <message>
        <source>At the first place of the question; the judgement is linked to it</source>
        <translation>Au premier emplacement de la question ; l’avis y est relié</translation>
    </message>
    <message>
        <source>Show the finding</source>
        <translation>Afficher la constatation</translation>
    </message>
    <message>
        <source>{n} of {all} judged</source>
        <translation>{n} sur {all} avec un avis</translation>
    </message>
    <message>
        <source>met</source>
        <translation>satisfait</translation>
    </message>
    <message>
        <source>not met</source>
        <translation>non satisfait</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>sans objet</translation>
    </message>
    <message>
        <source>not judged yet</source>
        <translation>pas encore d’avis</translation>
    </message>
    <message>
        <source>The check: {words}</source>
        <translation>La vérification&#xa0;: {words}</translation>
    </message>
    <message>
        <source>No finding</source>
        <translation>Aucune constatation</translation>
    </message>
</context>
<context>
    <name>ConflictView</name>
    <message>
        <source>Mine</source>
        <translation>Ma version</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>L’autre version</translation>
    </message>
    <message>
        <source>Before, as both began</source>
        <translation>Avant, au départ commun</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong in Cerulean</source>
        <translation>Un incident s’est produit dans Cerulean</translation>
    </message>
    <message>
        <source>Something went wrong in the program</source>
        <translation>Un incident s’est produit dans le programme</translation>
    </message>
    <message>
        <source>This is a fault of the program, not of yours. Everything that was entered up to now is kept. You can go on; if the program behaves oddly, start it again. The text below helps to mend the fault.</source>
        <translation>C’est une erreur du programme, pas la vôtre. Tout ce qui a été saisi jusqu’ici est conservé. Vous pouvez continuer&#xa0;; si le programme se comporte bizarrement, redémarrez-le. Le texte ci-dessous aide à corriger l’erreur.</translation>
    </message>
    <message>
        <source>Details of the fault</source>
        <translation>Détails de l’erreur</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Copier les détails</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
</context>
<context>
    <name>DateEditor</name>
    <message>
        <source>Calendar for {name}</source>
        <translation>Calendrier pour {name}</translation>
    </message>
    <message>
        <source>Choose a day from the calendar (Alt+Down)</source>
        <translation>Choisir un jour dans le calendrier (Alt+Bas)</translation>
    </message>
    <message>
        <source>day/month/year</source>
        <translation>jour/mois/année</translation>
    </message>
</context>
<context>
    <name>DefaultStrip</name>
    <message>
        <source>Take a value from a table (1 row)</source>
        <translation>Prendre une valeur dans une table (1 ligne)</translation>
    </message>
    <message>
        <source>Take a value from a table ({n} rows)</source>
        <translation>Prendre une valeur dans une table ({n} lignes)</translation>
    </message>
    <message>
        <source>The table has a newer value: {value} ({row}). Take it</source>
        <translation>La table a une valeur plus récente&#xa0;: {value} ({row}). La prendre</translation>
    </message>
    <message>
        <source>Put the cursor into the cell that the value is for, then take it.</source>
        <translation>Placez le curseur dans la cellule à laquelle la valeur est destinée, puis prenez la valeur.</translation>
    </message>
</context>
<context>
    <name>EmptyTable</name>
    <message>
        <source>Nothing here yet. Each row holds: {heads}.</source>
        <translation>Rien ici pour le moment. Chaque ligne contient&#xa0;: {heads}.</translation>
    </message>
    <message>
        <source>For example: {example}</source>
        <translation>Par exemple&#xa0;: {example}</translation>
    </message>
    <message>
        <source>Add the first row</source>
        <translation>Ajouter la première ligne</translation>
    </message>
    <message>
        <source>Paste from a spreadsheet</source>
        <translation>Coller depuis un tableur</translation>
    </message>
    <message>
        <source>Add the first row to {label}</source>
        <translation>Ajouter la première ligne à {label}</translation>
    </message>
</context>
<context>
    <name>EvidenceDrops</name>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Taken into the list of evidence: {names}.</source>
        <translation>Ajouté à la liste des preuves : {names}.</translation>
    </message>
</context>
<context>
    <name>EvidencePanel</name>
    <message>
        <source>Evidence</source>
        <translation>Justificatifs</translation>
    </message>
    <message>
        <source>No evidence is named yet. Drop files on the table of evidence, or on a field that asks for a file; each is carried in the project with its hash.</source>
        <translation>Aucun justificatif n’est encore indiqué. Déposez des fichiers sur le tableau des justificatifs, ou sur un champ qui demande un fichier&#xa0;; chacun est conservé dans le projet avec son empreinte.</translation>
    </message>
    <message>
        <source>Copy into a folder…</source>
        <translation>Copier dans un répertoire…</translation>
    </message>
    <message>
        <source>1 exhibit</source>
        <translation>1 pièce</translation>
    </message>
    <message>
        <source>{n} exhibits</source>
        <translation>{n} pièces</translation>
    </message>
    <message>
        <source>1 is cited nowhere</source>
        <translation>1 n’est citée nulle part</translation>
    </message>
    <message>
        <source>{n} are cited nowhere</source>
        <translation>{n} ne sont citées nulle part</translation>
    </message>
    <message>
        <source>cited once</source>
        <translation>citée une fois</translation>
    </message>
    <message>
        <source>cited {n} times</source>
        <translation>citée {n} fois</translation>
    </message>
    <message>
        <source>not cited</source>
        <translation>non citée</translation>
    </message>
    <message>
        <source>no file is carried in the project</source>
        <translation>le projet ne contient aucun fichier</translation>
    </message>
    <message>
        <source>Choose an exhibit whose file the project carries.</source>
        <translation>Choisissez une pièce dont le projet contient le fichier.</translation>
    </message>
</context>
<context>
    <name>Explaining</name>
    <message>
        <source>Explain…</source>
        <translation>Expliquer…</translation>
    </message>
    <message>
        <source>Say why this may stay as it is; the reason is printed.</source>
        <translation>Dites pourquoi cela peut rester ainsi&#xa0;; le motif est imprimé.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>The reason no longer holds; the warning is open again.</source>
        <translation>Le motif ne vaut plus&#xa0;; l’avertissement est de nouveau ouvert.</translation>
    </message>
    <message>
        <source>Why it is right as it is</source>
        <translation>Pourquoi c’est juste ainsi</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Keep reason</source>
        <translation>Conserver le motif</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Justified</source>
        <translation>Justifié</translation>
    </message>
</context>
<context>
    <name>FieldView</name>
    <message>
        <source>Replaces the default {was} ({source}). Why?</source>
        <translation>Remplace la valeur par défaut {was} ({source}). Pourquoi&#xa0;?</translation>
    </message>
</context>
<context>
    <name>FigureCard</name>
    <message>
        <source>Caption</source>
        <translation>Légende</translation>
    </message>
    <message>
        <source>Alternative text</source>
        <translation>Texte de remplacement</translation>
    </message>
    <message>
        <source>What the picture shows, for those who cannot see it: read aloud in its place.</source>
        <translation>Ce que montre l’image, pour qui ne peut pas la voir : lu à voix haute à sa place.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
</context>
<context>
    <name>FileEditor</name>
    <message>
        <source>Attach…</source>
        <translation>Joindre…</translation>
    </message>
    <message>
        <source>Copy into a folder…</source>
        <translation>Copier dans un répertoire…</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Remplacer…</translation>
    </message>
    <message>
        <source>Attach a file to {name}</source>
        <translation>Joindre un fichier à {name}</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>{name} · {size}</source>
        <translation>{name} · {size}</translation>
    </message>
    <message>
        <source>A file is named here that the project does not carry.</source>
        <translation>Un fichier est indiqué ici, mais le projet ne le contient pas.</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Open a project</source>
        <translation>Ouvrir un projet</translation>
    </message>
    <message>
        <source>Open read-only to review</source>
        <translation>Ouvrir en lecture seule pour examen</translation>
    </message>
    <message>
        <source>Cerulean project (*{suffix})</source>
        <translation>Projet Cerulean (*{suffix})</translation>
    </message>
    <message>
        <source>Archives and dossiers (*.json *.pdf)</source>
        <translation>Archives et dossiers (*.json *.pdf)</translation>
    </message>
    <message>
        <source>Import a project</source>
        <translation>Importer un projet</translation>
    </message>
    <message>
        <source>What stands in the file is on screen again.</source>
        <translation>Le contenu du fichier est de nouveau à l’écran.</translation>
    </message>
    <message>
        <source>What was not saved is kept among the backups (menu File).</source>
        <translation>Ce qui n’était pas enregistré est conservé parmi les copies de sauvegarde (menu Fichier).</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Le rétablir</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Nothing was open yet</source>
        <translation>Rien n’a encore été ouvert</translation>
    </message>
    <message>
        <source>1 edit is not in a file yet.</source>
        <translation>1 modification n’est pas encore dans un fichier.</translation>
    </message>
    <message>
        <source>{n} edits are not in a file yet.</source>
        <translation>{n} modifications ne sont pas encore dans un fichier.</translation>
    </message>
    <message>
        <source>What is not saved now can be recovered the next time.</source>
        <translation>Ce qui n’est pas enregistré maintenant pourra être récupéré la prochaine fois.</translation>
    </message>
    <message>
        <source>Save, then go on</source>
        <translation>Enregistrer, puis continuer</translation>
    </message>
    <message>
        <source>Go on without saving</source>
        <translation>Continuer sans enregistrer</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Rester</translation>
    </message>
    <message>
        <source>What you wrote is not in a review file yet.</source>
        <translation>Ce que vous avez écrit ne figure encore dans aucun fichier d’examen.</translation>
    </message>
    <message>
        <source>Write a review file, then go on</source>
        <translation>Produire un fichier d’examen, puis continuer</translation>
    </message>
    <message>
        <source>Save the project as</source>
        <translation>Enregistrer le projet sous</translation>
    </message>
    <message>
        <source>Archive (*.json)</source>
        <translation>Archive (*.json)</translation>
    </message>
    <message>
        <source>Export an archive</source>
        <translation>Exporter une archive</translation>
    </message>
    <message>
        <source>Exported to {file}.</source>
        <translation>Exporté dans {file}.</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <source>Saved, but without a backup: {trouble}</source>
        <translation>Enregistré, mais sans copie de sauvegarde&#xa0;: {trouble}</translation>
    </message>
    <message>
        <source>the review of {file}</source>
        <translation>l’examen de {file}</translation>
    </message>
    <message>
        <source>a project that was never saved</source>
        <translation>un projet jamais enregistré</translation>
    </message>
    <message>
        <source>1 edit</source>
        <translation>1 modification</translation>
    </message>
    <message>
        <source>{n} edits</source>
        <translation>{n} modifications</translation>
    </message>
    <message>
        <source>Work on {name} of {when} was not saved: {edits}.</source>
        <translation>Le travail sur {name} du {when} n’a pas été enregistré&#xa0;: {edits}.</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Récupérer</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Ask again next time</source>
        <translation>Redemander la prochaine fois</translation>
    </message>
    <message>
        <source>Merge both…</source>
        <translation>Fusionner les deux…</translation>
    </message>
    <message>
        <source>Save mine under another name…</source>
        <translation>Enregistrer ma version sous un autre nom…</translation>
    </message>
    <message>
        <source>Projects, archives and dossiers (*{suffix} *.json *.pdf);;All files (*)</source>
        <translation>Projets, archives et dossiers (*{suffix} *.json *.pdf);;Tous les fichiers (*)</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Found</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Command, section, field or words of an answer</source>
        <translation>Commande, section, champ ou mots d’une réponse</translation>
    </message>
    <message>
        <source>Find in the project: words of an answer</source>
        <translation>Rechercher dans le projet&#xa0;: mots d’une réponse</translation>
    </message>
    <message>
        <source>Up and Down choose, Enter goes there, Escape closes.</source>
        <translation>Haut et Bas choisissent, Entrée y va, Échap ferme.</translation>
    </message>
    <message>
        <source>Nothing in the project has these words.</source>
        <translation>Rien dans le projet ne contient ces mots.</translation>
    </message>
    <message>
        <source>F3 goes on to the next.</source>
        <translation>F3 passe au suivant.</translation>
    </message>
    <message>
        <source>{n} found.</source>
        <translation>{n} trouvés.</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>No answer says “{text}”.</source>
        <translation>Aucune réponse ne contient «&#xa0;{text}&#xa0;».</translation>
    </message>
</context>
<context>
    <name>FindingForm</name>
    <message>
        <source>Type of finding</source>
        <translation>Type de constatation</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Commentaire</translation>
    </message>
    <message>
        <source>What is wrong, unclear, done or judged</source>
        <translation>Ce qui est faux, peu clair, fait ou apprécié</translation>
    </message>
    <message>
        <source>Requirement it rests on (clause)</source>
        <translation>Exigence sur laquelle elle repose (clause)</translation>
    </message>
    <message>
        <source>Requirement</source>
        <translation>Exigence</translation>
    </message>
    <message>
        <source>Due: day/month/year</source>
        <translation>Échéance&#xa0;: jour/mois/année</translation>
    </message>
    <message>
        <source>Response due on, day/month/year</source>
        <translation>Réponse attendue pour le, jour/mois/année</translation>
    </message>
    <message>
        <source>Evidence for the response</source>
        <translation>Justificatifs de la réponse</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privée</translation>
    </message>
    <message>
        <source>Stays out of review files and public editions.</source>
        <translation>Ne figure ni dans les fichiers d’examen ni dans les éditions publiques.</translation>
    </message>
    <message>
        <source>The finding is closed</source>
        <translation>La constatation est close</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Raise a finding: {where}</source>
        <translation>Formuler une constatation&#xa0;: {where}</translation>
    </message>
    <message>
        <source>Raise the finding</source>
        <translation>Formuler la constatation</translation>
    </message>
    <message>
        <source>Respond to {name}</source>
        <translation>Répondre à {name}</translation>
    </message>
    <message>
        <source>Respond</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>No evidence cited</source>
        <translation>Aucun justificatif cité</translation>
    </message>
    <message>
        <source>Assess {name}</source>
        <translation>Évaluer {name}</translation>
    </message>
    <message>
        <source>Keep the assessment</source>
        <translation>Conserver l’évaluation</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>Findings shown</source>
        <translation>Constatations affichées</translation>
    </message>
    <message>
        <source>Not closed</source>
        <translation>Non closes</translation>
    </message>
    <message>
        <source>At the field in focus</source>
        <translation>Dans le champ actif</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>Raise a finding…</source>
        <translation>Formuler une constatation…</translation>
    </message>
    <message>
        <source>At the field in focus, or at the passage that is selected in it</source>
        <translation>Dans le champ actif, ou sur le passage qui y est sélectionné</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constatations</translation>
    </message>
    <message>
        <source>The chosen finding</source>
        <translation>La constatation choisie</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Y aller</translation>
    </message>
    <message>
        <source>Respond…</source>
        <translation>Répondre…</translation>
    </message>
    <message>
        <source>Assess…</source>
        <translation>Évaluer…</translation>
    </message>
    <message>
        <source>day/month/year</source>
        <translation>jour/mois/année</translation>
    </message>
    <message>
        <source>Response due on, day/month/year</source>
        <translation>Réponse attendue pour le, jour/mois/année</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>Publique</translation>
    </message>
    <message>
        <source>What is not public stays out of review files and public editions.</source>
        <translation>Ce qui n’est pas public ne figure ni dans les fichiers d’examen ni dans les éditions publiques.</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>1 not closed</source>
        <translation>1 non close</translation>
    </message>
    <message>
        <source>{n} not closed</source>
        <translation>{n} non closes</translation>
    </message>
    <message>
        <source>1 overdue</source>
        <translation>1 en retard</translation>
    </message>
    <message>
        <source>{n} overdue</source>
        <translation>{n} en retard</translation>
    </message>
    <message>
        <source>No finding here. Choose “All” to see the others.</source>
        <translation>Aucune constatation ici. Choisissez «&#xa0;Toutes&#xa0;» pour voir les autres.</translation>
    </message>
    <message>
        <source>Nothing was raised yet. A CAR is a mistake that must be mended, a CL asks for what is missing or unclear, a FAR is looked at in the first verification. Put the cursor in a field, or select a passage, and raise a finding there (EB 44, annex 3, paragraphs 35 and 36).</source>
        <translation>Rien n’a encore été formulé. Une CAR est une erreur à corriger, une CL demande ce qui manque ou n’est pas clair, une FAR est examinée lors de la première vérification. Placez le curseur dans un champ, ou sélectionnez un passage, et formulez-y une constatation (EB 44, annexe 3, paragraphes 35 et 36).</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privée</translation>
    </message>
    <message>
        <source>open</source>
        <translation>ouverte</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>avec réponse</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>close</translation>
    </message>
    <message>
        <source>{status}, overdue since {date}</source>
        <translation>{status}, en retard depuis le {date}</translation>
    </message>
    <message>
        <source>{status}, due {date}</source>
        <translation>{status}, échéance le {date}</translation>
    </message>
</context>
<context>
    <name>GridModel</name>
    <message>
        <source> and {n} more</source>
        <translation> et {n} de plus</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vide</translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Choose a section or a field.</source>
        <translation>Choisissez une section ou un champ.</translation>
    </message>
    <message>
        <source>Usual faults</source>
        <translation>Erreurs courantes</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Exemple</translation>
    </message>
    <message>
        <source>shown here from Project facts</source>
        <translation>repris ici des données du projet</translation>
    </message>
    <message>
        <source>◐ The source could be read only in part: treat this as advice.</source>
        <translation>◐ La source n’a pu être lue qu’en partie : à prendre comme un conseil.</translation>
    </message>
    <message>
        <source>○ The source could not be read: compare this with the official text.</source>
        <translation>○ La source n’a pas pu être lue : à comparer avec le texte officiel.</translation>
    </message>
    <message>
        <source>unit: {unit}</source>
        <translation>unité&#xa0;: {unit}</translation>
    </message>
    <message>
        <source>required</source>
        <translation>obligatoire</translation>
    </message>
    <message>
        <source>default: {value} ({source})</source>
        <translation>valeur par défaut&#xa0;: {value} ({source})</translation>
    </message>
    <message>
        <source>Section {title}</source>
        <translation>Section {title}</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>Source&#xa0;: {source}</translation>
    </message>
    <message>
        <source>● Read in the source.</source>
        <translation>● Lu dans la source.</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>The seal is broken at edit {n}: another program changed the log from there on.</source>
        <translation>Le sceau est rompu à la modification {n} : un autre programme a changé le journal à partir de là.</translation>
    </message>
    <message>
        <source>Seal verified: every edit follows from the one before.</source>
        <translation>Sceau vérifié : chaque modification suit de la précédente.</translation>
    </message>
    <message>
        <source>Following the seal: edit {n} …</source>
        <translation>Vérification du sceau : modification {n} …</translation>
    </message>
    <message>
        <source>Taken back; undo brings it forward again.</source>
        <translation>Modification reprise ; Annuler la remet en place.</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Name, step, field or day: Ana, import, A.2, 2026-03</source>
        <translation>Nom, étape, champ ou jour : Ana, import, A.2, 2026-03</translation>
    </message>
    <message>
        <source>Filter the history</source>
        <translation>Filtrer l’historique</translation>
    </message>
    <message>
        <source>No edit has all these words.</source>
        <translation>Aucune modification ne contient tous ces mots.</translation>
    </message>
    <message>
        <source>Open the field</source>
        <translation>Ouvrir le champ</translation>
    </message>
    <message>
        <source>Take back this edit</source>
        <translation>Reprendre cette modification</translation>
    </message>
    <message>
        <source>Back to the form (Esc)</source>
        <translation>Retour au formulaire (Échap)</translation>
    </message>
    <message>
        <source>Edits, the newest first</source>
        <translation>Modifications, la plus récente d’abord</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Cannot be taken back by itself: {why}</source>
        <translation>Ne peut être reprise seule : {why}</translation>
    </message>
    <message>
        <source>No edit was made yet.</source>
        <translation>Aucune modification n’a encore été faite.</translation>
    </message>
</context>
<context>
    <name>ImportSeriesDialog</name>
    <message>
        <source>Import a series</source>
        <translation>Importer une série</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Feuille</translation>
    </message>
    <message>
        <source>Rows of the head</source>
        <translation>Lignes d’en-tête</translation>
    </message>
    <message>
        <source>Decimal sign</source>
        <translation>Signe décimal</translation>
    </message>
    <message>
        <source>Point: 1,234.5</source>
        <translation>Point&#xa0;: 1,234.5</translation>
    </message>
    <message>
        <source>Comma: 1.234,5</source>
        <translation>Virgule&#xa0;: 1.234,5</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>Pas sûr</translation>
    </message>
    <message>
        <source>Unit in the file</source>
        <translation>Unité dans le fichier</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>Premières lignes du fichier</translation>
    </message>
    <message>
        <source>What is wrong, row by row</source>
        <translation>Ce qui ne va pas, ligne par ligne</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Import {file} into {label}</source>
        <translation>Importer {file} dans {label}</translation>
    </message>
    <message>
        <source>Count the rows: 1, 2, 3 …</source>
        <translation>Compter les lignes&#xa0;: 1, 2, 3…</translation>
    </message>
    <message>
        <source>Choose a column</source>
        <translation>Choisissez une colonne</translation>
    </message>
    <message>
        <source>Not in the file</source>
        <translation>Pas dans le fichier</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>The file cannot be read this way: {why}</source>
        <translation>Le fichier ne peut pas être lu ainsi&#xa0;: {why}</translation>
    </message>
    <message>
        <source>Import 1 row</source>
        <translation>Importer 1 ligne</translation>
    </message>
    <message>
        <source>Import {n} rows</source>
        <translation>Importer {n} lignes</translation>
    </message>
    <message>
        <source>{n} new values</source>
        <translation>nouvelles valeurs&#xa0;: {n}</translation>
    </message>
    <message>
        <source>{n} replaced</source>
        <translation>remplacées&#xa0;: {n}</translation>
    </message>
    <message>
        <source>{n} as they are</source>
        <translation>inchangées&#xa0;: {n}</translation>
    </message>
    <message>
        <source>{n} new rows</source>
        <translation>nouvelles lignes&#xa0;: {n}</translation>
    </message>
    <message>
        <source>{n} rows with a fault are left out</source>
        <translation>lignes fautives laissées de côté&#xa0;: {n}</translation>
    </message>
    <message>
        <source>… and {n} more</source>
        <translation>… et {n} de plus</translation>
    </message>
</context>
<context>
    <name>InputsTree</name>
    <message>
        <source>Inputs in groups</source>
        <translation>Données d’entrée par groupes</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Donnée d’entrée</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Origine</translation>
    </message>
    <message>
        <source>{n} not used</source>
        <translation>non utilisées&#xa0;: {n}</translation>
    </message>
    <message>
        <source>1 input</source>
        <translation>1 donnée d’entrée</translation>
    </message>
    <message>
        <source>{n} inputs</source>
        <translation>{n} données d’entrée</translation>
    </message>
    <message>
        <source>What is not used with the choices made is left out.</source>
        <translation>Ce qui ne sert pas avec les choix faits est laissé de côté.</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>manquante</translation>
    </message>
    <message>
        <source>several</source>
        <translation>plusieurs</translation>
    </message>
</context>
<context>
    <name>InsertMenu</name>
    <message>
        <source>Calculated figure</source>
        <translation>Valeur calculée</translation>
    </message>
    <message>
        <source>Project fact</source>
        <translation>Donnée du projet</translation>
    </message>
    <message>
        <source>Reference to a figure</source>
        <translation>Renvoi à une figure</translation>
    </message>
    <message>
        <source>Reference to a table</source>
        <translation>Renvoi à un tableau</translation>
    </message>
    <message>
        <source>Reference to a section</source>
        <translation>Renvoi à une section</translation>
    </message>
    <message>
        <source>Reference to evidence</source>
        <translation>Renvoi à un justificatif</translation>
    </message>
    <message>
        <source>Picture from the evidence list</source>
        <translation>Image de la liste des justificatifs</translation>
    </message>
    <message>
        <source>Footnote of the selected words</source>
        <translation>Note de bas de page sur les mots sélectionnés</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>Inspecteur</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problèmes</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Calcul</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Justificatifs</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Examen</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>Take in annotations of a PDF</source>
        <translation>Intégrer les annotations d’un PDF</translation>
    </message>
    <message>
        <source>Printed dossier (*.pdf)</source>
        <translation>Dossier imprimé (*.pdf)</translation>
    </message>
    <message>
        <source>Take in a table of findings</source>
        <translation>Intégrer un tableau de constatations</translation>
    </message>
    <message>
        <source>Table of findings (*.xlsx)</source>
        <translation>Tableau de constatations (*.xlsx)</translation>
    </message>
    <message>
        <source>Write the table of findings</source>
        <translation>Produire le tableau des constatations</translation>
    </message>
    <message>
        <source>findings</source>
        <translation>constatations</translation>
    </message>
    <message>
        <source>Written to {file}; private findings stay here.</source>
        <translation>Écrit dans {file} ; les constatations privées restent ici.</translation>
    </message>
    <message>
        <source>Printed from: {state}.</source>
        <translation>Imprimé à partir de : {state}.</translation>
    </message>
    <message>
        <source>Printed from a state that is not known here: places may have moved.</source>
        <translation>Imprimé à partir d’un état qui n’est pas connu ici : des emplacements ont pu changer.</translation>
    </message>
    <message>
        <source>1 annotation is new.</source>
        <translation>1 annotation est nouvelle.</translation>
    </message>
    <message>
        <source>{n} annotations are new.</source>
        <translation>{n} annotations sont nouvelles.</translation>
    </message>
    <message>
        <source>No place found: kept at the document as a whole</source>
        <translation>Aucun emplacement trouvé : conservées au niveau du document entier</translation>
    </message>
    <message>
        <source>At a field</source>
        <translation>Dans un champ</translation>
    </message>
    <message>
        <source>Take in 1 annotation</source>
        <translation>Intégrer 1 annotation</translation>
    </message>
    <message>
        <source>Take in {n} annotations</source>
        <translation>Intégrer {n} annotations</translation>
    </message>
    <message>
        <source>Take in the replies</source>
        <translation>Intégrer les réponses</translation>
    </message>
    <message>
        <source>Annotations of a PDF</source>
        <translation>Annotations d’un PDF</translation>
    </message>
    <message>
        <source>1 is a finding already.</source>
        <translation>1 est déjà une constatation.</translation>
    </message>
    <message>
        <source>{n} are findings already.</source>
        <translation>{n} sont déjà des constatations.</translation>
    </message>
    <message>
        <source>1 reply becomes a round.</source>
        <translation>1 réponse devient un échange.</translation>
    </message>
    <message>
        <source>{n} replies become rounds.</source>
        <translation>{n} réponses deviennent des échanges.</translation>
    </message>
    <message>
        <source>passage moved</source>
        <translation>passage déplacé</translation>
    </message>
    <message>
        <source>passage changed</source>
        <translation>passage modifié</translation>
    </message>
    <message>
        <source>place is gone</source>
        <translation>emplacement disparu</translation>
    </message>
    <message>
        <source>Page {n}</source>
        <translation>Page {n}</translation>
    </message>
    <message>
        <source>1 finding is new.</source>
        <translation>1 constatation est nouvelle.</translation>
    </message>
    <message>
        <source>{n} findings are new.</source>
        <translation>{n} constatations sont nouvelles.</translation>
    </message>
    <message>
        <source>1 round is new.</source>
        <translation>1 échange est nouveau.</translation>
    </message>
    <message>
        <source>{n} rounds are new.</source>
        <translation>{n} échanges sont nouveaux.</translation>
    </message>
    <message>
        <source>Rows with a fault</source>
        <translation>Lignes fautives</translation>
    </message>
    <message>
        <source>Row {n}</source>
        <translation>Ligne {n}</translation>
    </message>
    <message>
        <source>New findings</source>
        <translation>Nouvelles constatations</translation>
    </message>
    <message>
        <source>Take in 1 finding</source>
        <translation>Intégrer 1 constatation</translation>
    </message>
    <message>
        <source>Take in {n} findings</source>
        <translation>Intégrer {n} constatations</translation>
    </message>
    <message>
        <source>Take in the rounds</source>
        <translation>Intégrer les échanges</translation>
    </message>
    <message>
        <source>Table of findings</source>
        <translation>Tableau de constatations</translation>
    </message>
    <message>
        <source>No row has a fault.</source>
        <translation>Aucune ligne n’est fautive.</translation>
    </message>
    <message>
        <source>1 row has a fault and is left out.</source>
        <translation>1 ligne est fautive et laissée de côté.</translation>
    </message>
    <message>
        <source>{n} rows have a fault and are left out.</source>
        <translation>{n} lignes sont fautives et laissées de côté.</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Commentaire</translation>
    </message>
    <message>
        <source>Reading remarks</source>
        <translation>Lecture des remarques</translation>
    </message>
    <message>
        <source>Taken in; undo takes it back.</source>
        <translation>Intégré ; l’annulation revient en arrière.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Le fichier ne peut pas être lu.</translation>
    </message>
</context>
<context>
    <name>IntakePage</name>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
</context>
<context>
    <name>JobLine</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Arrêt en cours…</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Filter projects</source>
        <translation>Filtrer les projets</translation>
    </message>
    <message>
        <source>Words, or host=China tonnes&gt;=10000 errors&gt;0 due&lt;today</source>
        <translation>Des mots, ou host=China tonnes&gt;=10000 errors&gt;0 due&lt;today</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Projets</translation>
    </message>
    <message>
        <source>Library of projects</source>
        <translation>Bibliothèque de projets</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ajouter un répertoire…</translation>
    </message>
    <message>
        <source>Look for changes</source>
        <translation>Chercher les changements</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Corbeille</translation>
    </message>
    <message>
        <source>1 project</source>
        <translation>1 projet</translation>
    </message>
    <message>
        <source>{n} projects</source>
        <translation>{n} projets</translation>
    </message>
    <message>
        <source>No projects yet: add a folder that holds project files. Nothing is written into it.</source>
        <translation>Aucun projet pour le moment&#xa0;: ajoutez un répertoire qui contient des fichiers de projet. Rien n’y est écrit.</translation>
    </message>
    <message>
        <source>{shown} of {known}</source>
        <translation>{shown} sur {known}</translation>
    </message>
    <message>
        <source>Folder of projects</source>
        <translation>Répertoire de projets</translation>
    </message>
    <message>
        <source>Checking projects</source>
        <translation>Vérification des projets</translation>
    </message>
    <message>
        <source>Folder for the dossiers</source>
        <translation>Répertoire des dossiers</translation>
    </message>
    <message>
        <source>Printing projects</source>
        <translation>Impression des projets</translation>
    </message>
    <message>
        <source>Removing projects</source>
        <translation>Retrait des projets</translation>
    </message>
    <message>
        <source>No project is selected.</source>
        <translation>Aucun projet n’est sélectionné.</translation>
    </message>
    <message>
        <source>Select the projects to remove, then press it again.</source>
        <translation>Sélectionnez les projets à retirer, puis appuyez de nouveau.</translation>
    </message>
    <message>
        <source>Looking for projects</source>
        <translation>Recherche de projets</translation>
    </message>
    <message>
        <source>1 project is in the trash.</source>
        <translation>1 projet est dans la corbeille.</translation>
    </message>
    <message>
        <source>{n} projects are in the trash.</source>
        <translation>{n} projets sont dans la corbeille.</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Bringing projects back</source>
        <translation>Rétablissement des projets</translation>
    </message>
    <message>
        <source>1 project is back in its folder.</source>
        <translation>1 projet est de retour dans son dossier.</translation>
    </message>
    <message>
        <source>{n} projects are back.</source>
        <translation>{n} projets sont de retour.</translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>La corbeille est vide</translation>
    </message>
    <message>
        <source>1 dossier was printed.</source>
        <translation>1 dossier a été imprimé.</translation>
    </message>
    <message>
        <source>{n} dossiers were printed.</source>
        <translation>{n} dossiers ont été imprimés.</translation>
    </message>
    <message>
        <source>The library did not do that.</source>
        <translation>La bibliothèque n’a pas pu le faire.</translation>
    </message>
</context>
<context>
    <name>LineEditor</name>
    <message>
        <source>years and months</source>
        <translation>années et mois</translation>
    </message>
</context>
<context>
    <name>MatrixEditor</name>
    <message>
        <source>Name the members of the index sets first; then values are asked for each.</source>
        <translation>Nommez d’abord les membres des ensembles d’indices&#xa0;; les valeurs sont ensuite demandées pour chacun.</translation>
    </message>
    <message>
        <source>Import CSV or XLSX</source>
        <translation>Importer CSV ou XLSX</translation>
    </message>
    <message>
        <source>Copy (Ctrl+C)</source>
        <translation>Copier (Ctrl+C)</translation>
    </message>
    <message>
        <source>Paste (Ctrl+V)</source>
        <translation>Coller (Ctrl+V)</translation>
    </message>
    <message>
        <source>Fill down (Ctrl+D)</source>
        <translation>Recopier vers le bas (Ctrl+D)</translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
</context>
<context>
    <name>MergePage</name>
    <message>
        <source>Somebody else saved this file meanwhile</source>
        <translation>Quelqu’un d’autre a enregistré ce fichier entre-temps</translation>
    </message>
    <message>
        <source>Mine everywhere</source>
        <translation>Partout ma version</translation>
    </message>
    <message>
        <source>Theirs everywhere</source>
        <translation>Partout l’autre version</translation>
    </message>
    <message>
        <source>Merge and save</source>
        <translation>Fusionner et enregistrer</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>1 change of theirs meets none of yours and is taken over.</source>
        <translation>1 changement de l’autre version n’en rencontre aucun des vôtres et est repris.</translation>
    </message>
    <message>
        <source>{n} changes of theirs meet none of yours and are taken over.</source>
        <translation>{n} changements de l’autre version n’en rencontrent aucun des vôtres et sont repris.</translation>
    </message>
    <message>
        <source>At 1 place both changed the same: choose what counts.</source>
        <translation>À 1 endroit, les deux ont changé la même chose&#xa0;: choisissez ce qui compte.</translation>
    </message>
    <message>
        <source>At {n} places both changed the same: choose what counts.</source>
        <translation>À {n} endroits, les deux ont changé la même chose&#xa0;: choisissez ce qui compte.</translation>
    </message>
    <message>
        <source>Nowhere did both change the same.</source>
        <translation>Nulle part les deux n’ont changé la même chose.</translation>
    </message>
    <message>
        <source>The merge is one step that can be undone; what lies in the file now is kept as a backup.</source>
        <translation>La fusion est une seule étape qui peut être annulée&#xa0;; ce que le fichier contient maintenant est gardé comme copie de sauvegarde.</translation>
    </message>
</context>
<context>
    <name>Merging</name>
    <message>
        <source>You went on editing, and the conflicts are others now: look at them again.</source>
        <translation>Vous avez continué à modifier, et les conflits ne sont plus les mêmes&#xa0;: regardez-les à nouveau.</translation>
    </message>
</context>
<context>
    <name>MessageLines</name>
    <message>
        <source>and {n} more</source>
        <translation>et {n} de plus</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
</context>
<context>
    <name>MethodologiesEditor</name>
    <message>
        <source>Choose from the list</source>
        <translation>Choisir dans la liste</translation>
    </message>
    <message>
        <source>Choose a methodology from the list</source>
        <translation>Choisir une méthodologie dans la liste</translation>
    </message>
</context>
<context>
    <name>MethodologyChooser</name>
    <message>
        <source>Code, title, scope, scale: landfill, small wind, I.D</source>
        <translation>Code, titre, champ, échelle&#xa0;: landfill, small wind, I.D</translation>
    </message>
    <message>
        <source>Filter methodologies</source>
        <translation>Filtrer les méthodologies</translation>
    </message>
    <message>
        <source>Tools too</source>
        <translation>Outils aussi</translation>
    </message>
    <message>
        <source>Methodologies that ship</source>
        <translation>Méthodologies fournies</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Title, scope, scale, in force</source>
        <translation>Titre, champ, échelle, en vigueur</translation>
    </message>
    <message>
        <source>The methodology in focus</source>
        <translation>La méthodologie choisie</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>Close the list</source>
        <translation>Fermer la liste</translation>
    </message>
    <message>
        <source>version {number}</source>
        <translation>version {number}</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} sur {all}</translation>
    </message>
    <message>
        <source>Apply {code} version {version}</source>
        <translation>Appliquer {code} version {version}</translation>
    </message>
    <message>
        <source>Applicable when</source>
        <translation>Applicable si</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>It names no conditions.</source>
        <translation>Elle n’énonce aucune condition.</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Fait appel à</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
</context>
<context>
    <name>NarrativeMenu</name>
    <message>
        <source>Pages of the citation…</source>
        <translation>Pages de la citation…</translation>
    </message>
    <message>
        <source>Caption and alternative text…</source>
        <translation>Légende et texte de remplacement…</translation>
    </message>
    <message>
        <source>Remove figure</source>
        <translation>Supprimer la figure</translation>
    </message>
    <message>
        <source>Caption of the table</source>
        <translation>Légende du tableau</translation>
    </message>
    <message>
        <source>Take “{word}” as known</source>
        <translation>Considérer «&#xa0;{word}&#xa0;» comme connu</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Couper</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Coller</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Tout sélectionner</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Bullets</source>
        <translation>Puces</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Numéros</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>Add row below</source>
        <translation>Ajouter une ligne au-dessous</translation>
    </message>
    <message>
        <source>Add column to the right</source>
        <translation>Ajouter une colonne à droite</translation>
    </message>
    <message>
        <source>Remove row</source>
        <translation>Supprimer la ligne</translation>
    </message>
    <message>
        <source>Remove column</source>
        <translation>Supprimer la colonne</translation>
    </message>
    <message>
        <source>Set the column</source>
        <translation>Aligner la colonne</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>À gauche</translation>
    </message>
    <message>
        <source>Right, as figures</source>
        <translation>À droite, comme des chiffres</translation>
    </message>
    <message>
        <source>In the middle</source>
        <translation>Au centre</translation>
    </message>
    <message>
        <source>Remove table</source>
        <translation>Supprimer le tableau</translation>
    </message>
</context>
<context>
    <name>NewProject</name>
    <message>
        <source>Form</source>
        <translation>Formulaire</translation>
    </message>
    <message>
        <source>Title of the project</source>
        <translation>Titre du projet</translation>
    </message>
    <message>
        <source>Start the project</source>
        <translation>Commencer le projet</translation>
    </message>
    <message>
        <source>Host country</source>
        <translation>Pays hôte</translation>
    </message>
    <message>
        <source>Track and form</source>
        <translation>Filière et formulaire</translation>
    </message>
    <message>
        <source>Start a new project</source>
        <translation>Commencer un nouveau projet</translation>
    </message>
    <message>
        <source>Answer the first three questions; the others can wait.</source>
        <translation>Répondez aux trois premières questions&#xa0;; les autres peuvent attendre.</translation>
    </message>
    <message>
        <source>{country} becomes the first of the Parties involved, as the host.</source>
        <translation>{country} devient la première des Parties concernées, en tant que Partie hôte.</translation>
    </message>
    <message>
        <source>It can be given later, with the other Parties.</source>
        <translation>Il peut être indiqué plus tard, avec les autres Parties.</translation>
    </message>
    <message>
        <source>It will also ask: {labels}.</source>
        <translation>Il demandera aussi&#xa0;: {labels}.</translation>
    </message>
    <message>
        <source>{fields} fields in {sections} sections.</source>
        <translation>{fields} champs dans {sections} sections.</translation>
    </message>
    <message>
        <source>In force from {start} to {end}.</source>
        <translation>En vigueur du {start} au {end}.</translation>
    </message>
    <message>
        <source>In force from {start}.</source>
        <translation>En vigueur depuis le {start}.</translation>
    </message>
    <message>
        <source>The original of this form could be read only in part.</source>
        <translation>L’original de ce formulaire n’a pu être lu qu’en partie.</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>No notes. A note is a reminder at a field, for your own office: it is never printed and never sent in a review file or a public edition.</source>
        <translation>Aucune note. Une note est un rappel placé sur un champ, pour votre propre bureau&#xa0;: elle n’est jamais imprimée ni transmise dans un fichier d’examen ou une édition publique.</translation>
    </message>
    <message>
        <source>Notes to self</source>
        <translation>Notes personnelles</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Note at the field in focus…</source>
        <translation>Note sur le champ actif…</translation>
    </message>
    <message>
        <source>Keep the note</source>
        <translation>Conserver la note</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Y aller</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Note at: {where}</source>
        <translation>Note sur&#xa0;: {where}</translation>
    </message>
</context>
<context>
    <name>OfferList</name>
    <message>
        <source>Diesel, lower, Viet Nam 2019 …</source>
        <translation>Diesel, lower, Viet Nam 2019…</translation>
    </message>
    <message>
        <source>Filter rows of tables</source>
        <translation>Filtrer les lignes des tables</translation>
    </message>
    <message>
        <source>Values from tables</source>
        <translation>Valeurs des tables</translation>
    </message>
    <message>
        <source>Value, {unit}</source>
        <translation>Valeur, {unit}</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>as printed: {value}</source>
        <translation>telle qu’imprimée&#xa0;: {value}</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Pages of the dossier</source>
        <translation>Pages du dossier</translation>
    </message>
</context>
<context>
    <name>PagesCard</name>
    <message>
        <source>Pages of the citation</source>
        <translation>Pages de la citation</translation>
    </message>
    <message>
        <source>For instance 12, 3-5, or sheet Load. Empty: the whole document.</source>
        <translation>Par exemple 12, 3-5 ou feuille Charge. Vide : tout le document.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Choose: {label}</source>
        <translation>Choisir&#xa0;: {label}</translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message>
        <source>Dossier shown</source>
        <translation>Dossier affiché</translation>
    </message>
    <message>
        <source>The pages appear here as they will be printed.</source>
        <translation>Les pages apparaissent ici telles qu’elles seront imprimées.</translation>
    </message>
    <message>
        <source>Farther (Ctrl+wheel)</source>
        <translation>Éloigner (Ctrl+molette)</translation>
    </message>
    <message>
        <source>Closer (Ctrl+wheel)</source>
        <translation>Rapprocher (Ctrl+molette)</translation>
    </message>
    <message>
        <source>Build the pages again</source>
        <translation>Reconstruire les pages</translation>
    </message>
    <message>
        <source>page {page} of {pages}</source>
        <translation>page {page} sur {pages}</translation>
    </message>
</context>
<context>
    <name>Previewing</name>
    <message>
        <source>There is no dossier for this project yet.</source>
        <translation>Il n’y a pas encore de dossier pour ce projet.</translation>
    </message>
    <message>
        <source>The pages could not be made: {error}</source>
        <translation>Les pages n’ont pas pu être produites&#xa0;: {error}</translation>
    </message>
    <message>
        <source>Making the pages</source>
        <translation>Préparation des pages</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Print dossier</source>
        <translation>Imprimer le dossier</translation>
    </message>
    <message>
        <source>Draft: marked DRAFT, with the list of problems</source>
        <translation>Brouillon&#xa0;: marqué DRAFT, avec la liste des problèmes</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>Version définitive</translation>
    </message>
    <message>
        <source>Final waits for 1 value that was typed and could not be read: mend or clear it.</source>
        <translation>La version finale attend 1 valeur saisie qui n’a pas pu être lue : corrigez-la ou effacez-la.</translation>
    </message>
    <message>
        <source>Final waits for {n} values that were typed and could not be read: mend or clear them.</source>
        <translation>La version finale attend {n} valeurs saisies qui n’ont pas pu être lues : corrigez-les ou effacez-les.</translation>
    </message>
    <message>
        <source>Final waits for 1 error that the checks found. The draft lists it.</source>
        <translation>La version définitive attend 1 erreur relevée par les vérifications. Le brouillon l’indique.</translation>
    </message>
    <message>
        <source>Final waits for {n} errors that the checks found. The draft lists them.</source>
        <translation>La version définitive attend {n} erreurs relevées par les vérifications. Le brouillon les indique.</translation>
    </message>
    <message>
        <source>PDF/A-3 with the project inside: this program opens it again</source>
        <translation>PDF/A-3 contenant le projet&#xa0;: ce programme peut le rouvrir</translation>
    </message>
    <message>
        <source>PDF/A-2 without attachment: for portals that forbid them</source>
        <translation>PDF/A-2 sans pièce jointe&#xa0;: pour les portails qui les interdisent</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Répertoire</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Choisir le répertoire</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Lesquels</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Into the folder</source>
        <translation>Dans le répertoire</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Build draft PDF</source>
        <translation>Produire le brouillon PDF</translation>
    </message>
    <message>
        <source>Build {n} draft PDFs</source>
        <translation>Produire {n} brouillons PDF</translation>
    </message>
    <message>
        <source>Build final dossier</source>
        <translation>Produire le dossier définitif</translation>
    </message>
    <message>
        <source>Build {n} final dossiers</source>
        <translation>Produire {n} dossiers définitifs</translation>
    </message>
    <message>
        <source>Choose what to print first.</source>
        <translation>Choisissez d’abord ce qu’il faut imprimer.</translation>
    </message>
    <message>
        <source>This folder does not exist.</source>
        <translation>Ce répertoire n’existe pas.</translation>
    </message>
    <message>
        <source>Folder for the dossier</source>
        <translation>Répertoire du dossier</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Building the dossier</source>
        <translation>Production du dossier</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Afficher le répertoire</translation>
    </message>
    <message>
        <source>Built {names} in {folder}.</source>
        <translation>{names}&#xa0;: produit dans {folder}.</translation>
    </message>
    <message>
        <source>The dossier was not built.</source>
        <translation>Le dossier n’a pas été produit.</translation>
    </message>
</context>
<context>
    <name>ProblemsPanel</name>
    <message>
        <source>Problems of</source>
        <translation>Problèmes de</translation>
    </message>
    <message>
        <source>Whole project</source>
        <translation>Tout le projet</translation>
    </message>
    <message>
        <source>This document</source>
        <translation>Ce document</translation>
    </message>
    <message>
        <source>This section</source>
        <translation>Cette section</translation>
    </message>
    <message>
        <source>The checks found nothing here.</source>
        <translation>Les vérifications n’ont rien relevé ici.</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problèmes</translation>
    </message>
    <message>
        <source>Passing the check means that no fault of form, consistency or arithmetic was found; not that the project will be approved or registered, nor that what it states is true.</source>
        <translation>Passer la vérification signifie qu’aucune erreur de forme, de cohérence ou d’arithmétique n’a été trouvée&#xa0;; cela ne signifie pas que le projet sera approuvé ou enregistré, ni que ce qu’il affirme est vrai.</translation>
    </message>
    <message>
        <source>Problems or progress</source>
        <translation>Problèmes ou avancement</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Ce qui ne va pas</translation>
    </message>
    <message>
        <source>What is left</source>
        <translation>Ce qui reste</translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message>
        <source>What is left, by section</source>
        <translation>Ce qui reste, par section</translation>
    </message>
    <message>
        <source>Nothing is left, and nothing blocks the final dossier.</source>
        <translation>Il ne reste rien, et rien ne bloque le dossier définitif.</translation>
    </message>
    <message>
        <source>1 required answer is left</source>
        <translation>Il reste 1 réponse obligatoire</translation>
    </message>
    <message>
        <source>{n} required answers are left</source>
        <translation>Il reste {n} réponses obligatoires</translation>
    </message>
    <message>
        <source>1 error blocks the final dossier</source>
        <translation>1 erreur bloque le dossier définitif</translation>
    </message>
    <message>
        <source>{n} errors block the final dossier</source>
        <translation>{n} erreurs bloquent le dossier définitif</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n}&#xa0;%</translation>
    </message>
    <message>
        <source>{n} left</source>
        <translation>reste {n}</translation>
    </message>
    <message>
        <source>1 blocks</source>
        <translation>1 bloque</translation>
    </message>
    <message>
        <source>{n} block</source>
        <translation>{n} bloquent</translation>
    </message>
</context>
<context>
    <name>ProjectModel</name>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Partie hôte</translation>
    </message>
    <message>
        <source>Methodology</source>
        <translation>Méthodologie</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>t CO₂e a year</source>
        <translation>t CO₂e par an</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Erreurs</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Avertissements</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constatations</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Overdue: a finding waits for a response since then.</source>
        <translation>En retard : une constatation attend une réponse depuis cette date.</translation>
    </message>
</context>
<context>
    <name>ProseEditor</name>
    <message>
        <source>Captions and heads of tables hold plain words only.</source>
        <translation>Les légendes et les en-têtes de tableaux ne contiennent que du texte simple.</translation>
    </message>
</context>
<context>
    <name>ProseTools</name>
    <message>
        <source>Bold (Ctrl+B)</source>
        <translation>Gras (Ctrl+B)</translation>
    </message>
    <message>
        <source>Italic (Ctrl+I)</source>
        <translation>Italique (Ctrl+I)</translation>
    </message>
    <message>
        <source>Subscript (Ctrl+=)</source>
        <translation>Indice (Ctrl+=)</translation>
    </message>
    <message>
        <source>Superscript (Ctrl+Shift+=)</source>
        <translation>Exposant (Ctrl+Maj+=)</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Bullets</source>
        <translation>Puces</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Numéros</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>Insert a result, a fact, a reference, a picture or a footnote (Ctrl+Shift+I)</source>
        <translation>Insérer une valeur, une donnée, un renvoi, une image ou une note (Ctrl+Maj+I)</translation>
    </message>
</context>
<context>
    <name>ReasonStrip</name>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Write the reason first.</source>
        <translation>Écrivez d’abord le motif.</translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message>
        <source>not named yet</source>
        <translation>pas encore nommé</translation>
    </message>
    <message>
        <source>{label}, row {text}</source>
        <translation>{label}, ligne {text}</translation>
    </message>
</context>
<context>
    <name>ReferenceEditor</name>
    <message>
        <source>There is no row to choose from yet.</source>
        <translation>Il n’y a pas encore de ligne à choisir.</translation>
    </message>
    <message>
        <source>nothing to choose from yet</source>
        <translation>rien à choisir pour le moment</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>← Back to the form (Esc)</source>
        <translation>← Retour au formulaire (Échap)</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>Findings, revisions, checklist or notes</source>
        <translation>Constatations, révisions, liste de contrôle ou notes</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constatations</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>Révisions</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Contrôle</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
</context>
<context>
    <name>ReviewStrip</name>
    <message>
        <source>Opened read-only to review: findings, notes and the checklist can be written, answers cannot be changed. The file itself stays as it is.</source>
        <translation>Ouvert en lecture seule pour examen&#xa0;: vous pouvez écrire des constatations, des notes et la liste de contrôle, mais pas modifier les réponses. Le fichier lui-même reste tel quel.</translation>
    </message>
    <message>
        <source>Write a review file…</source>
        <translation>Produire un fichier d’examen…</translation>
    </message>
</context>
<context>
    <name>Reviewing</name>
    <message>
        <source>moved to {where}</source>
        <translation>déplacé vers {where}</translation>
    </message>
    <message>
        <source>passage changed</source>
        <translation>passage modifié</translation>
    </message>
    <message>
        <source>place is gone</source>
        <translation>emplacement disparu</translation>
    </message>
</context>
<context>
    <name>Revising</name>
    <message>
        <source>Revision {n} is frozen; save to have it in the file.</source>
        <translation>La révision {n} est figée&#xa0;; enregistrez pour qu’elle soit dans le fichier.</translation>
    </message>
    <message>
        <source>There is nothing to compare with yet.</source>
        <translation>Il n’y a encore rien à comparer.</translation>
    </message>
    <message>
        <source>Freeze a revision first; what changes later is compared to it.</source>
        <translation>Figez d’abord une révision&#xa0;; ce qui change ensuite lui est comparé.</translation>
    </message>
    <message>
        <source>From {before} to {after}</source>
        <translation>Entre {before} et {after}</translation>
    </message>
    <message>
        <source>what is on screen</source>
        <translation>ce qui est à l’écran</translation>
    </message>
    <message>
        <source>revision {n}</source>
        <translation>la révision {n}</translation>
    </message>
    <message>
        <source>No field is in focus.</source>
        <translation>Aucun champ n’est actif.</translation>
    </message>
    <message>
        <source>Put the cursor in the field to restore, then press it again.</source>
        <translation>Placez le curseur dans le champ à restaurer, puis appuyez de nouveau.</translation>
    </message>
    <message>
        <source>It stands as it did then.</source>
        <translation>C’est déjà comme à ce moment-là.</translation>
    </message>
    <message>
        <source>Restored; undo takes it back.</source>
        <translation>Restauré&#xa0;; l’annulation revient en arrière.</translation>
    </message>
</context>
<context>
    <name>RevisionsPanel</name>
    <message>
        <source>What this revision is, for whom</source>
        <translation>Ce qu’est cette révision, et pour qui</translation>
    </message>
    <message>
        <source>Note of the revision to freeze</source>
        <translation>Note de la révision à figer</translation>
    </message>
    <message>
        <source>Freeze revision</source>
        <translation>Figer la révision</translation>
    </message>
    <message>
        <source>Nothing was frozen yet. Freeze a revision when the project is handed to somebody: it keeps every answer as it stands, with date, person and hash, and what changes later can be compared with it.</source>
        <translation>Rien n’a encore été figé. Figez une révision quand le projet est remis à quelqu’un&#xa0;: elle garde chaque réponse telle quelle, avec la date, la personne et l’empreinte, et ce qui change ensuite peut lui être comparé.</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>Révisions</translation>
    </message>
    <message>
        <source>Mark of the chosen revision</source>
        <translation>Marque de la révision choisie</translation>
    </message>
    <message>
        <source>Not marked</source>
        <translation>Sans marque</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Publiée</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Enregistrée</translation>
    </message>
    <message>
        <source>Compare from</source>
        <translation>Comparer depuis</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Comparer à</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>Restore the field in focus</source>
        <translation>Restaurer le champ actif</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>Restore the section shown</source>
        <translation>Restaurer la section affichée</translation>
    </message>
    <message>
        <source>On screen</source>
        <translation>À l’écran</translation>
    </message>
    <message>
        <source>Put the field in focus back to what it was in the chosen revision</source>
        <translation>Remettre le champ actif dans l’état qu’il avait dans la révision choisie</translation>
    </message>
    <message>
        <source>Put the section shown back to what it was in the chosen revision</source>
        <translation>Remettre la section affichée dans l’état qu’elle avait dans la révision choisie</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Marque</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>published</source>
        <translation>publiée</translation>
    </message>
    <message>
        <source>registered</source>
        <translation>enregistrée</translation>
    </message>
    <message>
        <source>Revision {n}</source>
        <translation>Révision {n}</translation>
    </message>
</context>
<context>
    <name>RowButtons</name>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
</context>
<context>
    <name>RowsModel</name>
    <message>
        <source>{column}, row {row}</source>
        <translation>{column}, ligne {row}</translation>
    </message>
</context>
<context>
    <name>ScenariosView</name>
    <message>
        <source>Choice to compare</source>
        <translation>Choix à comparer</translation>
    </message>
    <message>
        <source>This methodology leaves no choice open.</source>
        <translation>Cette méthodologie ne laisse aucun choix ouvert.</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Niveau de référence</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <source>Leakage</source>
        <translation>Fuites</translation>
    </message>
    <message>
        <source>Reductions</source>
        <translation>Réductions</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Choix</translation>
    </message>
    <message>
        <source>Totals over the crediting period, {unit}, not rounded</source>
        <translation>Totaux sur la période de comptabilisation, {unit}, non arrondis</translation>
    </message>
    <message>
        <source> (as chosen)</source>
        <translation> (choix actuel)</translation>
    </message>
    <message>
        <source>1 input missing</source>
        <translation>1 donnée d’entrée manquante</translation>
    </message>
    <message>
        <source>{n} inputs missing</source>
        <translation>{n} données d’entrée manquantes</translation>
    </message>
</context>
<context>
    <name>SectionOverview</name>
    <message>
        <source>{n} to answer</source>
        <translation>{n} à remplir</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>complète</translation>
    </message>
</context>
<context>
    <name>SectionPage</name>
    <message>
        <source>This section does not apply.</source>
        <translation>Cette section ne s’applique pas.</translation>
    </message>
</context>
<context>
    <name>SectionTree</name>
    <message>
        <source>Find a section or field</source>
        <translation>Trouver section ou champ</translation>
    </message>
    <message>
        <source>Documents and sections</source>
        <translation>Documents et sections</translation>
    </message>
    <message>
        <source>{done} of {all} required answered</source>
        <translation>{done} sur {all} obligatoires remplis</translation>
    </message>
    <message>
        <source>1 finding not closed</source>
        <translation>1 constatation non close</translation>
    </message>
    <message>
        <source>{n} findings not closed</source>
        <translation>{n} constatations non closes</translation>
    </message>
</context>
<context>
    <name>SensitivityView</name>
    <message>
        <source>Change of each input</source>
        <translation>Variation de chaque donnée d’entrée</translation>
    </message>
    <message>
        <source>Each input alone, with all its rows and years</source>
        <translation>Chaque donnée d’entrée seule, avec toutes ses lignes et années</translation>
    </message>
    <message>
        <source>When all years are calculated, each input can be varied here.</source>
        <translation>Quand toutes les années sont calculées, chaque donnée d’entrée peut être modifiée ici.</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Donnée d’entrée</translation>
    </message>
    <message>
        <source>less {share}</source>
        <translation>moins {share}</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>telle quelle</translation>
    </message>
    <message>
        <source>more {share}</source>
        <translation>plus {share}</translation>
    </message>
    <message>
        <source>Without effect: {names}.</source>
        <translation>Sans effet&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>Reductions over the crediting period, {unit}, not rounded</source>
        <translation>Réductions sur la période de comptabilisation, {unit}, non arrondies</translation>
    </message>
    <message>
        <source>No input moves the result.</source>
        <translation>Aucune donnée d’entrée ne change le résultat.</translation>
    </message>
</context>
<context>
    <name>SharedFiles</name>
    <message>
        <source>Write a review file</source>
        <translation>Produire un fichier d’examen</translation>
    </message>
    <message>
        <source>Review file</source>
        <translation>Fichier d’examen</translation>
    </message>
    <message>
        <source>Written to {file}; private findings stay here.</source>
        <translation>Écrit dans {file}&#xa0;; les constatations privées restent ici.</translation>
    </message>
    <message>
        <source>Review file (*{suffix})</source>
        <translation>Fichier d’examen (*{suffix})</translation>
    </message>
    <message>
        <source>Take in a review file</source>
        <translation>Intégrer un fichier d’examen</translation>
    </message>
    <message>
        <source>1 finding is new.</source>
        <translation>1 constatation est nouvelle.</translation>
    </message>
    <message>
        <source>{n} findings are new.</source>
        <translation>{n} constatations sont nouvelles.</translation>
    </message>
    <message>
        <source>1 round is new.</source>
        <translation>1 échange est nouveau.</translation>
    </message>
    <message>
        <source>{n} rounds are new.</source>
        <translation>{n} échanges sont nouveaux.</translation>
    </message>
    <message>
        <source>1 change was taken in.</source>
        <translation>1 changement a été intégré.</translation>
    </message>
    <message>
        <source>{n} changes were taken in.</source>
        <translation>{n} changements ont été intégrés.</translation>
    </message>
    <message>
        <source>The review was written about {state}.</source>
        <translation>L’examen porte sur {state}.</translation>
    </message>
    <message>
        <source>It was written about a state that is not known here: places may have moved.</source>
        <translation>Il porte sur un état qui n’est pas connu ici&#xa0;: des emplacements ont pu changer.</translation>
    </message>
    <message>
        <source>Several findings are called {name}; they are kept apart.</source>
        <translation>Plusieurs constatations s’appellent {name}&#xa0;; elles restent distinctes.</translation>
    </message>
    <message>
        <source>1 place was not taken in</source>
        <translation>1 emplacement n’a pas été intégré</translation>
    </message>
    <message>
        <source>{n} places were not taken in</source>
        <translation>{n} emplacements n’ont pas été intégrés</translation>
    </message>
    <message>
        <source>The review of {by}</source>
        <translation>L’examen de {by}</translation>
    </message>
    <message>
        <source>Write a public edition</source>
        <translation>Produire une édition publique</translation>
    </message>
    <message>
        <source>Cerulean project</source>
        <translation>Projet Cerulean</translation>
    </message>
    <message>
        <source>1 answer with personal data is withheld.</source>
        <translation>1 réponse contenant des données personnelles est omise.</translation>
    </message>
    <message>
        <source>{n} answers with personal data are withheld.</source>
        <translation>{n} réponses contenant des données personnelles sont omises.</translation>
    </message>
    <message>
        <source>Read before you publish</source>
        <translation>À lire avant de publier</translation>
    </message>
    <message>
        <source>A withheld name or number still stands in the text at:</source>
        <translation>Un nom ou un numéro omis figure encore dans le texte aux endroits suivants&#xa0;:</translation>
    </message>
    <message>
        <source>Public edition</source>
        <translation>Édition publique</translation>
    </message>
    <message>
        <source>1 answer</source>
        <translation>1 réponse</translation>
    </message>
    <message>
        <source>{n} answers</source>
        <translation>{n} réponses</translation>
    </message>
    <message>
        <source>No document was taken out</source>
        <translation>Aucun document n’a été retiré</translation>
    </message>
    <message>
        <source>{name} is in the project again; undo takes it out.</source>
        <translation>{name} est de nouveau dans le projet ; l’annulation le retire.</translation>
    </message>
    <message>
        <source>No later form takes over this one</source>
        <translation>Aucun formulaire ultérieur ne prend la suite de celui-ci</translation>
    </message>
    <message>
        <source>{carried} answers were carried over, {lost} found no place and are kept aside, {new} places are new. This is a new project; the file before is as it was.</source>
        <translation>Réponses reprises&#xa0;: {carried}&#xa0;; sans place et gardées à part&#xa0;: {lost}&#xa0;; nouveaux emplacements&#xa0;: {new}. C’est un nouveau projet&#xa0;; le fichier d’avant n’a pas changé.</translation>
    </message>
    <message>
        <source>Found no place</source>
        <translation>Sans place</translation>
    </message>
    <message>
        <source>Look at these: a part may belong elsewhere</source>
        <translation>À regarder&#xa0;: une partie peut relever d’un autre endroit</translation>
    </message>
    <message>
        <source>Carried over to {form}</source>
        <translation>Repris dans {form}</translation>
    </message>
    <message>
        <source>No backups: they are kept at each save</source>
        <translation>Aucune copie de sauvegarde&#xa0;: il en est gardé une à chaque enregistrement</translation>
    </message>
    <message>
        <source>The state of {when} is on screen and not saved; undo takes it back.</source>
        <translation>L’état du {when} est à l’écran et n’est pas enregistré&#xa0;; l’annulation revient en arrière.</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Search by what it does, or by its keys</source>
        <translation>Chercher par l’effet ou par les touches</translation>
    </message>
    <message>
        <source>Search shortcuts</source>
        <translation>Chercher un raccourci</translation>
    </message>
    <message>
        <source>No shortcut says this.</source>
        <translation>Aucun raccourci ne correspond.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Effet</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
</context>
<context>
    <name>SiteFiles</name>
    <message>
        <source>Places on a map (*.kml *.kmz *.geojson *.json)</source>
        <translation>Lieux sur une carte (*.kml *.kmz *.geojson *.json)</translation>
    </message>
    <message>
        <source>Import places from KML or GeoJSON</source>
        <translation>Importer des lieux depuis KML ou GeoJSON</translation>
    </message>
    <message>
        <source>1 place was added.</source>
        <translation>1 lieu a été ajouté.</translation>
    </message>
    <message>
        <source>{n} places were added.</source>
        <translation>{n} lieux ont été ajoutés.</translation>
    </message>
    <message>
        <source>Undo takes them all back.</source>
        <translation>L’annulation les retire tous.</translation>
    </message>
</context>
<context>
    <name>StepTree</name>
    <message>
        <source>Working</source>
        <translation>Calcul</translation>
    </message>
</context>
<context>
    <name>TableEditor</name>
    <message>
        <source>Import KML or GeoJSON</source>
        <translation>Importer KML ou GeoJSON</translation>
    </message>
    <message>
        <source>Import CSV or XLSX</source>
        <translation>Importer CSV ou XLSX</translation>
    </message>
    <message>
        <source>Add row (Alt+Insert)</source>
        <translation>Ajouter une ligne (Alt+Inser)</translation>
    </message>
    <message>
        <source>Remove row (Alt+Delete)</source>
        <translation>Supprimer la ligne (Alt+Suppr)</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>Monter (Alt+Haut)</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>Descendre (Alt+Bas)</translation>
    </message>
    <message>
        <source>Copy (Ctrl+C)</source>
        <translation>Copier (Ctrl+C)</translation>
    </message>
    <message>
        <source>Paste (Ctrl+V)</source>
        <translation>Coller (Ctrl+V)</translation>
    </message>
    <message>
        <source>Fill down (Ctrl+D)</source>
        <translation>Recopier vers le bas (Ctrl+D)</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Document shown</source>
        <translation>Document affiché</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Stage: decides which rules are errors now</source>
        <translation>Étape&#xa0;: décide quelles règles sont des erreurs maintenant</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source> Print</source>
        <translation> Imprimer</translation>
    </message>
    <message>
        <source>Project without a title</source>
        <translation>Projet sans titre</translation>
    </message>
    <message>
        <source>Stage not chosen</source>
        <translation>Étape non choisie</translation>
    </message>
</context>
<context>
    <name>Tornado</name>
    <message>
        <source>Tornado chart</source>
        <translation>Diagramme en tornade</translation>
    </message>
    <message>
        <source>as it is: {value}</source>
        <translation>telle quelle&#xa0;: {value}</translation>
    </message>
</context>
<context>
    <name>WayOn</name>
    <message>
        <source>← {title}</source>
        <translation>← {title}</translation>
    </message>
    <message>
        <source>{title} →</source>
        <translation>{title} →</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Cerulean</source>
        <translation>Cerulean</translation>
    </message>
    <message>
        <source>Project dossiers, prepared, checked and printed on this computer alone.</source>
        <translation>Des dossiers de projet préparés, vérifiés et imprimés sur ce seul ordinateur.</translation>
    </message>
    <message>
        <source>Open a project…</source>
        <translation>Ouvrir un projet…</translation>
    </message>
    <message>
        <source>Library of projects</source>
        <translation>Bibliothèque de projets</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Récents</translation>
    </message>
    <message>
        <source>Projects that you open or save will be listed here.</source>
        <translation>Les projets que vous ouvrez ou enregistrez seront affichés ici.</translation>
    </message>
    <message>
        <source>Samples: complete projects to look at and to change</source>
        <translation>Exemples&#xa0;: des projets complets à regarder et à modifier</translation>
    </message>
    <message>
        <source>not there any more: {folder}</source>
        <translation>n’existe plus&#xa0;: {folder}</translation>
    </message>
</context>
<context>
    <name>WhatIf</name>
    <message>
        <source>What if</source>
        <translation>Hypothèses</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Sensibilité</translation>
    </message>
    <message>
        <source>Other choices</source>
        <translation>Autres choix</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Ce qui a changé</translation>
    </message>
</context>
<context>
    <name>WhichStrip</name>
    <message>
        <source>It means {meaning}</source>
        <translation>Cela veut dire {meaning}</translation>
    </message>
</context>
<context>
    <name>WideTableEditor</name>
    <message>
        <source>Show as records (Ctrl+T)</source>
        <translation>Montrer en fiches (Ctrl+T)</translation>
    </message>
    <message>
        <source>Show as a table (Ctrl+T)</source>
        <translation>Montrer en tableau (Ctrl+T)</translation>
    </message>
</context>
<context>
    <name>WorkingPanel</name>
    <message>
        <source>Figure to explain</source>
        <translation>Valeur à expliquer</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>No figure is worked out yet. Apply a methodology and give its inputs; then every number explains itself here.</source>
        <translation>Aucune valeur n’est encore calculée. Appliquez une méthodologie et donnez ses données d’entrée&#xa0;; chaque nombre s’expliquera alors ici.</translation>
    </message>
    <message>
        <source>Of {name}. Worked out too by: {others}</source>
        <translation>De {name}. Aussi calculé par : {others}</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>Source&#xa0;: {source}</translation>
    </message>
</context>
<context>
    <name>_Hits</name>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
</context>
<context>
    <name>_ProblemModel</name>
    <message>
        <source>Justified: {}</source>
        <translation>Justifié&#xa0;: {}</translation>
    </message>
    <message>
        <source>Submission checks: errors must be mended before submission</source>
        <translation>Contrôles de soumission&#xa0;: les erreurs doivent être corrigées avant la soumission</translation>
    </message>
    <message>
        <source>Quality checks: mend or explain; none of them holds the dossier back</source>
        <translation>Contrôles de qualité&#xa0;: corrigez ou expliquez&#xa0;; aucun ne retient le dossier</translation>
    </message>
    <message>
        <source>Justified</source>
        <translation>Justifié</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
</context>
<context>
    <name>_View</name>
    <message>
        <source>Working it out …</source>
        <translation>Calcul en cours…</translation>
    </message>
</context>
<context>
    <name>choice</name>
    <message>
        <source>type to search</source>
        <translation>tapez pour chercher</translation>
    </message>
</context>
<context>
    <name>evidence</name>
    <message>
        <source>read</source>
        <translation>lu</translation>
    </message>
    <message>
        <source>read in part</source>
        <translation>lu en partie</translation>
    </message>
    <message>
        <source>unverified</source>
        <translation>non vérifié</translation>
    </message>
    <message>
        <source>The official text was read.</source>
        <translation>Le texte officiel a été lu.</translation>
    </message>
    <message>
        <source>The official text was read in part. What was not seen is said below; compare it before use.</source>
        <translation>Le texte officiel a été lu en partie. Ce qui n’a pas été vu est indiqué ci-dessous&#xa0;; comparez-le avant usage.</translation>
    </message>
    <message>
        <source>Unverified: the official text could not be read. Compare every equation with it before use; the dossier prints a warning.</source>
        <translation>Non vérifié&#xa0;: le texte officiel n’a pas pu être lu. Comparez-lui chaque équation avant usage&#xa0;; le dossier imprime un avertissement.</translation>
    </message>
</context>
</TS>
